// Thirty captures with secrets of twelve kinds, in everything that a capture can come in; for tests.
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import type { PrivateKind } from './kinds.ts';

/** A capture with what must not be published of it. */
export interface SecretCapture {
  readonly name: string;
  readonly kind: PrivateKind;
  readonly extension: string;
  readonly bytes: Buffer;
  readonly secrets: readonly string[];
}

/** An article that readers of pages find, so that `add` can take the capture in. */
export const STORY = [
  'The harbour of Northport was closed on Tuesday after the last of its cranes stood still, and the men who had worked it for thirty years went home before noon.',
  'Ann Teller, who drove the crane, said that nobody had told her whether it would be mended or sold, and that she had left her coat in the cabin.',
  'The council is to meet on Friday to decide whether the quay is dredged again; a vote last year was lost by a single voice, and two members have left since.',
];

/** A page with the story. */
export function page({ head = '', foot = '' }: { head?: string; foot?: string } = {}): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Crane falls silent at Northport</title>\n<meta property="article:published_time" content="2019-03-05T09:00:00Z">${head}</head>\n<body><article><h1>Crane falls silent at Northport</h1>\n${STORY.map((text) => `<p>${text}</p>`).join('\n')}\n</article>\n<footer>${foot}</footer></body></html>\n`;
}

/** A record of a web archive. */
export function record(type: string, uri: string, content: string | Buffer): Buffer {
  const body = Buffer.from(content);
  const http = type === 'request' || type === 'response';
  const media = http
    ? `application/http; msgtype=${type}`
    : type === 'warcinfo'
      ? 'application/warc-fields'
      : 'text/html';
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    ...(uri === '' ? [] : [`WARC-Target-URI: ${uri}`]),
    'WARC-Date: 2019-03-06T10:00:00Z',
    'WARC-Record-ID: <urn:uuid:11111111-2222-4333-8444-555555555555>',
    `Content-Type: ${media}`,
    `Content-Length: ${body.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body, Buffer.from('\r\n\r\n')]);
}

const URI = 'https://post.example.net/2019/crane';

function response(headers = '', body: string | Buffer = page(), uri = URI): Buffer {
  return record(
    'response',
    uri,
    Buffer.concat([
      Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n${headers}\r\n`),
      Buffer.from(body),
    ]),
  );
}

function request(headers = '', uri = URI): Buffer {
  const { pathname, search, host } = new URL(uri);
  return record(
    'request',
    uri,
    `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n${headers}\r\n`,
  );
}

const warc = (...records: Buffer[]) =>
  Buffer.concat([
    record('warcinfo', '', 'software: Capturer 1.0\r\nformat: WARC File Format 1.1\r\n'),
    ...records,
  ]);
const chunked = (body: Buffer) =>
  Buffer.concat([
    Buffer.from(`${body.length.toString(16)}\r\n`),
    body,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);

function mhtml(
  parts: readonly { type: string; location: string; encoding: string; body: string }[],
  location = URI,
  more = '',
): Buffer {
  const mark = '----MultipartBoundary--abc----';
  const text = [
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${location}\r\nSubject: Crane falls silent\r\n${more}Date: Wed, 6 Mar 2019 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${mark}"\r\n\r\n`,
    ...parts.map(
      ({ type, location: at, encoding, body }) =>
        `--${mark}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: ${at}\r\n\r\n${body}\r\n`,
    ),
    `--${mark}--\r\n`,
  ];
  return Buffer.from(text.join(''));
}

const quoted = (text: string) =>
  text
    .replace(/[=\u0080-\uffff]/g, (sign) =>
      [...Buffer.from(sign)]
        .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join(''),
    )
    .replace(/(.{70})(?=.)/g, '$1=\r\n');
const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
const html = (parts: { head?: string; foot?: string }) => Buffer.from(page(parts));
const letter = (foot: string) =>
  `This week from the harbour.\n\n${STORY.join('\n\n')}\n\n${foot}\n`;

/** A ZIP as packed web archives are, of one file and a list of pages. */
function wacz(archive: Buffer): Buffer {
  const files = [
    ['archive/data.warc.gz', gzipSync(archive)],
    ['pages/pages.jsonl', Buffer.from(`{"format":"json-pages-1.0"}\n{"url":"${URI}"}\n`)],
  ] as const;
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const attributes = Buffer.alloc(14);
    attributes.writeUInt32LE(offset, 10);
    list.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, attributes, Buffer.from(name)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

const JWT = `${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')}.${Buffer.from('{"sub":"reader-40917","email":"mara.quill@letters.example.net"}').toString('base64url')}.c2lnbmF0dXJlb2Z0aGV0b2tlbg`;
const PEM = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDKQ7vHk2mZ0aXb';

type Row = readonly [
  name: string,
  kind: PrivateKind,
  extension: string,
  bytes: Buffer,
  ...secrets: string[],
];

const ROWS: readonly Row[] = [
  [
    'cookie of a request',
    'cookie',
    '.warc',
    warc(request('Cookie: sess=q8Zx71mNb0Lk; theme=dark\r\n'), response()),
    'q8Zx71mNb0Lk',
  ],
  [
    'cookie in a gzipped archive',
    'cookie',
    '.warc.gz',
    Buffer.concat([
      gzipSync(warc()),
      gzipSync(request('cookie: wp_user=mara77Kq02\r\n')),
      gzipSync(response()),
    ]),
    'mara77Kq02',
  ],
  [
    'cookie in a packed archive',
    'cookie',
    '.wacz',
    wacz(warc(request('Cookie: id=Zt5Rw9Qp3LmX\r\n'), response())),
    'Zt5Rw9Qp3LmX',
  ],
  [
    'basic authorization',
    'authorization',
    '.warc',
    warc(request('Authorization: Basic bWFyYTpxdWlsbDE5ODQ=\r\n'), response()),
    'bWFyYTpxdWlsbDE5ODQ=',
  ],
  [
    'authorization for a proxy',
    'authorization',
    '.warc.gz',
    gzipSync(warc(request('Proxy-Authorization: Bearer pxy-77ab12cd34ef\r\n'), response())),
    'pxy-77ab12cd34ef',
  ],
  [
    'cookie that the server sets',
    'set-cookie',
    '.warc',
    warc(response('Set-Cookie: PHPSESSID=k3v9d0m2x7c1b5n8; path=/; HttpOnly\r\n')),
    'k3v9d0m2x7c1b5n8',
  ],
  [
    'cookie set in a packed archive',
    'set-cookie',
    '.wacz',
    wacz(warc(response('set-cookie: auth=Hq81Lz0Pw4Nv\r\n'))),
    'Hq81Lz0Pw4Nv',
  ],
  [
    'key in a header',
    'api-key',
    '.warc',
    warc(request('X-Api-Key: 9f3b7c1d5e2a8064\r\n'), response()),
    '9f3b7c1d5e2a8064',
  ],
  [
    'token against forgery in a header',
    'api-key',
    '.warc',
    warc(request('X-CSRF-Token: vB6nT1yU8iO3\r\n'), response()),
    'vB6nT1yU8iO3',
  ],
  [
    'newsletter as a message',
    'recipient',
    '.txt',
    Buffer.from(
      `From: The Post <news@post.example.net>\r\nTo: Mara Quill <mara.quill@letters.example.net>\r\nSubject: Crane falls silent\r\nDate: Wed, 6 Mar 2019 10:00:00 +0000\r\n\r\n${letter('Yours, the Post.')}`,
    ),
    'mara.quill@letters.example.net',
  ],
  [
    'newsletter as a page',
    'recipient',
    '.html',
    html({
      foot: '<p>This email was sent to <a href="mailto:mara.quill@letters.example.net" target="_blank">mara.quill@letters.example.net</a></p>',
    }),
    'mara.quill@letters.example.net',
  ],
  [
    'newsletter as a text',
    'recipient',
    '.txt',
    Buffer.from(
      `Crane falls silent at Northport\n\n${letter('You are receiving this newsletter because you signed up as mara.quill@letters.example.net.')}`,
    ),
    'mara.quill@letters.example.net',
  ],
  [
    'newsletter in German',
    'recipient',
    '.html',
    html({
      foot: '<p>Diese E-Mail wurde an <b>mara.quill&#64;letters.example.net</b> gesendet.</p>',
    }),
    'mara.quill@letters.example.net',
  ],
  [
    'link that ends a subscription',
    'unsubscribe',
    '.html',
    html({
      foot: '<a href="https://post.example.net/unsubscribe?r=7c9e6679f7425d40">Unsubscribe</a>',
    }),
    '7c9e6679f7425d40',
  ],
  [
    'link behind a counter',
    'unsubscribe',
    '.html',
    html({
      foot: '<p>Too many letters? <a style="color:red" href="https://c.post.example.net/l/aX93kd02mQp17zTb4Rvn"><span>Manage preferences</span></a></p>',
    }),
    'aX93kd02mQp17zTb4Rvn',
  ],
  [
    'header that ends a subscription',
    'unsubscribe',
    '.txt',
    Buffer.from(
      `From: The Post <news@post.example.net>\nSubject: Crane\nList-Unsubscribe: <https://post.example.net/u/41d8cd98f00b204e>\nDate: Wed, 6 Mar 2019 10:00:00 +0000\n\n${letter('Yours.')}`,
    ),
    '41d8cd98f00b204e',
  ],
  [
    'session in the address of a page',
    'session-address',
    '.warc',
    warc(response('', page(), 'https://post.example.net/2019/crane?PHPSESSID=a1b2c3d4e5f6g7h8')),
    'a1b2c3d4e5f6g7h8',
  ],
  [
    'session in the path',
    'session-address',
    '.html',
    html({
      head: '<link rel="canonical" href="https://post.example.net/crane;jsessionid=6F2D9A0B4C8E1735">',
    }),
    '6F2D9A0B4C8E1735',
  ],
  [
    'token in the address of a saved page',
    'session-address',
    '.mhtml',
    mhtml(
      [{ type: 'text/html', location: URI, encoding: 'quoted-printable', body: quoted(page()) }],
      `${URI}?token=Yk4w8Rz2Tq6Vn1Xc`,
    ),
    'Yk4w8Rz2Tq6Vn1Xc',
  ],
  [
    'password in an address',
    'session-address',
    '.html',
    html({ foot: '<img src="https://mara:Quill%211984@pictures.example.net/a.png">' }),
    'Quill%211984',
  ],
  [
    'JWT in a script',
    'token',
    '.html',
    html({ head: `<script>window.__STATE__={"accessToken":"${JWT}"}</script>` }),
    JWT,
  ],
  [
    'bearer in a quoted part',
    'token',
    '.mhtml',
    mhtml([
      {
        type: 'text/html',
        location: URI,
        encoding: 'quoted-printable',
        body: quoted(
          page({
            head: '<script>fetch("/me",{headers:{Authorization:"Bearer tk_41Zq9xW7mB2vN8cL5pR0"}})</script>',
          }),
        ),
      },
    ]),
    'tk_41Zq9xW7mB2vN8cL5pR0',
  ],
  [
    'key of a cloud in a packed body',
    'credential',
    '.warc',
    warc(
      response(
        'Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n',
        chunked(gzipSync(page({ head: '<script>var k="AKIAQ7ZTN4M2XW9BLK3D"</script>' }))),
      ),
    ),
    'AKIAQ7ZTN4M2XW9BLK3D',
  ],
  [
    'private key',
    'credential',
    '.html.gz',
    gzipSync(
      page({ foot: `<pre>-----BEGIN PRIVATE KEY-----\n${PEM}\n-----END PRIVATE KEY-----</pre>` }),
    ),
    PEM,
  ],
  [
    'key behind base64',
    'credential',
    '.html',
    html({
      foot: `<script>var s=atob("${Buffer.from('{"service":"hooks","key":"sk_live_51Hq8ZtR2mWx9Lb0"}').toString('base64')}")</script>`,
    }),
    'sk_live_51Hq8ZtR2mWx9Lb0',
    Buffer.from('{"service":"hooks","key":"sk_live_51Hq8ZtR2mWx9Lb0"}').toString('base64'),
  ],
  [
    'reader who is logged in',
    'account',
    '.html',
    html({
      head: '<script>window.__USER__ = {"id":40917,"name":"Mara Quill","email":"mara.quill@letters.example.net"}</script>',
    }),
    'mara.quill@letters.example.net',
  ],
  [
    'form of a reader who is logged in',
    'account',
    '.html',
    html({
      foot: '<a href="/logout">Log out</a><form action="/comments"><input type="hidden" name="authenticity_token" value="tW3xM9qL0vZ7nB5kR2pY8cJ6==" /></form>',
    }),
    'tW3xM9qL0vZ7nB5kR2pY8cJ6==',
  ],
  [
    'network of the reader',
    'device',
    '.warc',
    warc(request('X-Forwarded-For: 203.0.113.77\r\n'), response()),
    '203.0.113.77',
  ],
  [
    'who ran the capture',
    'device',
    '.warc.gz',
    gzipSync(
      Buffer.concat([
        record(
          'warcinfo',
          '',
          'software: Capturer 1.0\r\noperator: Mara Quill <mara.quill@letters.example.net>\r\nhostname: quill-laptop\r\n',
        ),
        response(),
      ]),
    ),
    'mara.quill@letters.example.net',
    'quill-laptop',
  ],
  [
    'number of a recipient in links',
    'tracking',
    '.mhtml',
    mhtml([
      {
        type: 'text/html',
        location: URI,
        encoding: 'base64',
        body: base64(
          page({
            foot: '<a href="https://post.example.net/?utm_source=nl&amp;mc_cid=aa11&amp;mc_eid=5f0c2ab91d">More</a>',
          }),
        ),
      },
    ]),
    '5f0c2ab91d',
  ],
  [
    'number of a recipient behind brotli',
    'tracking',
    '.warc',
    warc(
      response(
        'Content-Encoding: br\r\n',
        brotliCompressSync(
          page({ foot: '<a href="https://post.example.net/a?_hsenc=p2ANqtz-8kQzXw41Lm">More</a>' }),
        ),
      ),
    ),
    'p2ANqtz-8kQzXw41Lm',
  ],
];

export const SECRET_CAPTURES: readonly SecretCapture[] = ROWS.map(
  ([name, kind, extension, bytes, ...secrets]) => ({ name, kind, extension, bytes, secrets }),
);
