import type { Rule } from '../rule.ts';

const ANY = /^(?=.*\d|.{16})[\w%.~+/=:|!-]{4,}$/;

/** Parameters in which mailing platforms tell one recipient from the others, with what their values look like. */
export const TRACKING: ReadonlyMap<string, RegExp> = new Map(
  [
    ...['mc_eid', '_hsenc', 'vero_id', 'vero_conv', 'oly_enc_id', 'oly_anon_id', 'mkt_tok'],
    ...['ml_subscriber', 'ml_subscriber_hash', 'ck_subscriber_id', 'ckid', 'sfmc_sub', 'sfmc_id'],
    ...['subscriberkey', 'subscriber_key', 'subscriber_id', 'subscriberid', 'subscriber_hash'],
    ...[
      'bsft_eid',
      'bsft_uid',
      'bsft_clkid',
      'bsft_aaid',
      '_ke',
      '_kx',
      'sc_uid',
      'sc_eh',
      'et_rid',
    ],
    ...[
      'dm_i',
      'dm_t',
      'emci',
      'emdi',
      'wickedid',
      'iterableuserid',
      'iterable_user_id',
      'braze_user_id',
    ],
    ...[
      'mailing_recipient',
      'recipient_id',
      'recipientid',
      'contact_id',
      'contactid',
      'contact_key',
    ],
    ...[
      'cm_mmca1',
      'hash_email',
      'hashed_email',
      'emailhash',
      'email_hash',
      'email_sha256',
      'email_md5',
      'em_hash',
    ],
    ...[
      'nl_user',
      'nluid',
      'newsletter_uid',
      'mcuid',
      'pk_vid',
      'mtm_uid',
      'user_hash',
      'trk_contact',
      'trk_msg',
      'inf_contact_key',
      'elqtrackid',
      'elqcst',
      'spmailinguid',
      'spuserid',
      'spjobid',
      'vgo_ee',
      'klclid',
      'rdst_id',
      'mcd_id',
      'drip_subscriber_id',
      '__s',
      'lloopback',
      'ac_contact',
      'vmcid',
      'sailthru_hid',
    ],
  ].map((name) => [name, ANY]),
);

/** Links of mailing platforms that lead through a page which counts who clicked. */
const LINKS: readonly (readonly [anchor: string, pattern: RegExp])[] = [
  ['list-manage', /list-manage\d*\.com\/(?:[\w./-]{0,60})\?[^\s"'<>]{0,600}?\be=([\w%]{4,64})/g],
  ['campaign-archive', /campaign-archive\d*\.com\/[^\s"'<>]{0,600}?[?&]e=([\w%]{4,64})/g],
  ['mailchi.mp', /mailchi\.mp\/[^\s"'<>]{0,600}?[?&]e=([\w%]{4,64})/g],
  [
    'upn=',
    /\/(?:ls\/click|wf\/(?:open|click|unsubscribe)|asm\/(?:unsubscribe)?\/?)\?(?:upn|token|user_id)=([\w%.~-]{20,4096})/g,
  ],
  ['/e3t/', /\/e[23]t\/[^\s"'<>/]{2,20}\/([^\s"'<>]{20,4096})/g],
  [
    '?qs=',
    /:\/\/(?:click|view|cl|pages)\.[^\s"'<>/]{3,100}\/[^\s"'<>?]{0,60}\?qs=([0-9a-f]{16,})/g,
  ],
  [
    'substack.com',
    /substack\.com\/(?:redirect\/2|app-link)[^\s"'<>]{0,600}?(eyJ[\w-]{20,}[\w.-]*)/g,
  ],
  ['/track/', /\/track\/(?:click|open)(?:\.php)?[/?][^\s"'<>]{0,600}?([\w-]{16,1024})/g],
];

/** Links that mailing platforms made for one recipient. */
export const trackedLinks: Rule = function* ({ text, lower }) {
  for (const [anchor, pattern] of LINKS) {
    if (!lower.includes(anchor)) continue;
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      const start = match.index + match[0].length - value.length;
      yield {
        kind: 'tracking',
        start,
        end: start + value.length,
        name: 'link of a mailing platform',
      };
    }
  }
};
