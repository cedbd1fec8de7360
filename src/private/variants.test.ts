import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { findPrivate } from './find.ts';
import { redactPrivate } from './redact.ts';
import { page, record } from './secrets.fixture.ts';

// The same kinds as other systems write them.

const h = (foot: string, head = '') => Buffer.from(page({ foot, head }));
const U = 'https://n.example.org/a';
const req = (x: string, u = U) =>
  Buffer.concat([
    record(
      'request',
      u,
      `GET ${new URL(u).pathname}${new URL(u).search} HTTP/1.1\r\nHost: n.example.org\r\n${x}\r\n`,
    ),
  ]);
const VARIANTS: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['sent to footer', h('<p>Sent to jane.reader@example.org</p>')],
  [
    'because subscribed',
    h('<p>You received this because jane.reader@example.org is subscribed to Daily.</p>'),
  ],
  ['you are receiving this as', h("You're receiving this as jane.reader@example.org")],
  ['your email', h('Your email address: jane.reader@example.org')],
  [
    'txt footer',
    Buffer.from(
      `Title here\n\nText of the letter.\n\n--\nThis message was sent to jane.reader@example.org\nUnsubscribe: https://news.example.org/u/9f8e7d6c5b4a3f2e1d\n`,
    ),
  ],
  [
    'unsub num',
    h('<a href="https://news.example.org/unsubscribe?id=98765&u=4321">Unsubscribe</a>'),
  ],
  [
    'unsub email',
    h(
      '<a href="https://news.example.org/unsubscribe?email=jane.reader%40example.org">Unsubscribe</a>',
    ),
  ],
  [
    'prefs path',
    h(
      '<a href="https://news.example.org/preferences/3f2504e04f8941d39a0c0305e82c3301">Update your preferences</a>',
    ),
  ],
  [
    'md unsub',
    Buffer.from(
      '# T\n\nText\n\n[Unsubscribe](https://news.example.org/x/3f2504e04f8941d39a0c0305e82c3301)\n',
    ),
  ],
  ['link sid', h('<a href="/next?PHPSESSID=abc123def456ghi789">n</a>')],
  ['link auth short', h('<a href="https://n.example.org/b?auth=s3cr3tauth99">n</a>')],
  [
    'url in txt',
    Buffer.from('Title\nhttps://n.example.org/b?session=7f6e5d4c3b2a\n\nText of article.\n'),
  ],
  ['fragment', h('<a href="https://n.example.org/cb#access_token=ya29abcDEF123456">n</a>')],
  [
    'saved from',
    Buffer.from(
      `<!-- saved from url=(0050)https://n.example.org/b?token=Zx9Yw8Vu7Ts6 -->\n${page()}`,
    ),
  ],
  [
    'singlefile',
    Buffer.from(
      page().replace(
        '<html',
        '<!--\n Page saved with SingleFile \n url: https://n.example.org/b?auth=Zx9Yw8Vu7Ts6 \n saved date: Tue\n--><html',
      ),
    ),
  ],
  [
    'jwt generic',
    h(
      '<script>t="eyJhbGciOiJIUzI1NiJ9.eyJzZWNyZXQiOiJraW5kOCIsImV4cCI6MX0.AbCdEf0123456789"</script>',
    ),
  ],
  [
    'bearer script',
    h('<script>fetch("/api",{headers:{"Authorization":"Bearer abcdef0123456789ABCDEF"}})</script>'),
  ],
  ['aws secret', h('<pre>aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY</pre>')],
  [
    'rsa',
    h(
      '<pre>-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA1c7+9z5Pad7OejecsQ0bu3aumaaaaaaaaaa\n-----END RSA PRIVATE KEY-----</pre>',
    ),
  ],
  [
    'datalayer',
    h(
      '',
      '<script>dataLayer.push({"userId":"u-998877","loggedIn":true,"userEmail":"jane.reader@example.org"})</script>',
    ),
  ],
  ['isLoggedIn', h('', '<script>window.state={"isLoggedIn":true,"userId":"8812374"}</script>')],
  [
    '__USER__ no mail',
    h('', '<script>window.__USER__={"id":"u1234","name":"Jane Reader"}</script>'),
  ],
  [
    'wp logged in',
    h(
      '<div id="wp-admin-bar-my-account">x</div><a href="/wp-login.php?action=logout&_wpnonce=a1b2c3d4e5">Log out</a><input type="hidden" name="_wpnonce" value="a1b2c3d4e5">',
    ),
  ],
  [
    'rvt logged in',
    h(
      '<a href="/Account/LogOff">Log off</a><input name="__RequestVerificationToken" type="hidden" value="CfDJ8Nq7Xk3mP2sN8bR5cL1dFg7hJ0kLwZ4vQ">',
    ),
  ],
  ['logged in as', h('<p>Logged in as <a href="/u">Jane Reader</a>.</p>')],
  ['xff', req('X-Forwarded-For: 198.51.100.23\r\n')],
  ['real ip page', h('<script>var c={"clientIp":"198.51.100.23"}</script>')],
  ['device id', req('X-Device-Id: 550e8400-e29b-41d4-a716-446655440000\r\n')],
  ['vero', h('<a href="https://n.example.org/?vero_id=jane.reader%40example.org">x</a>')],
  ['oly', h('<a href="https://n.example.org/?oly_enc_id=1234A5678901B2C">x</a>')],
  [
    'ml',
    h('<a href="https://n.example.org/?ml_subscriber=1234567890&ml_subscriber_hash=a1b2">x</a>'),
  ],
  ['mkt_tok', h('<a href="https://n.example.org/?mkt_tok=NTEwLVVFWi0xNzQAAAF">x</a>')],
  [
    'post form',
    Buffer.concat([
      record(
        'request',
        U,
        'POST /login HTTP/1.1\r\nHost: n.example.org\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nusername=jane&password=hunter2xyz',
      ),
    ]),
  ],
  ['apikey hdr', req('apikey: k-12345\r\n')],
  ['xauth', req('X-Auth-Token: tok-abc-9\r\n')],
  ['xsrf', req('X-XSRF-TOKEN: zzz\r\n')],
  ['referer', req('Referer: https://n.example.org/l?ticket=ST-12345-abcdefGHI\r\n')],
  [
    'location',
    record(
      'response',
      U,
      'HTTP/1.1 302 Found\r\nLocation: https://n.example.org/c?code=Abc123Def456\r\n\r\n',
    ),
  ],
  [
    'eml gz',
    gzipSync('Delivered-To: jane.reader@example.org\r\nFrom: a@b.org\r\nSubject: x\r\n\r\nbody'),
  ],
  [
    'eml mime',
    Buffer.from(
      `From: a@b.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${Buffer.from('This newsletter was sent to jane.reader@example.org').toString('base64')}\n--b1--\n`,
    ),
  ],
  ['user pass', h('<a href="ftp://jane:s3cret@files.example.org/x">x</a>')],
  ['json csrf header', h('<script>h={"X-CSRF-Token":"aB3dE5fG7hI9jK1"}</script>')],
  ['cookie json', h('<script>window.__DATA__={"headers":{"cookie":"sid=abc123; uid=9"}}</script>')],
  [
    'curl',
    Buffer.from(
      "Notes\n\ncurl 'https://x.org/' -H 'Cookie: session=abcdef123456' -H 'Authorization: Basic amFuZTpzM2NyZXQ='\n",
    ),
  ],
  ['prefilled', h('<input type="email" name="email" value="jane.reader@example.org">')],
  [
    'meta resource',
    record('resource', 'https://n.example.org/x?access_token=abcd1234efgh', '<html></html>'),
  ],
];

for (const [name, bytes] of VARIANTS) {
  test(`found in another form: ${name}`, () => {
    assert.ok(findPrivate(bytes).length > 0);
    const copy = redactPrivate(bytes);
    assert.ok(copy !== undefined);
    assert.deepEqual(findPrivate(copy.bytes), []);
  });
}
