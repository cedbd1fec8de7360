// Two hundred ordinary pages in which nothing is private, with everything that looks as if it were; for tests.

/** What pages of all kinds of systems print beside an article, for every reader alike. */
const FURNITURE: readonly string[] = [
  '<script>window.dataLayer=window.dataLayer||[];gtag("config","UA-48213977-2");gtag("config","G-4KX9Q2M7LD")</script>',
  '<script src="https://www.google.com/recaptcha/api.js?render=6LdQx9kUAAAAAHqz3kVt0Yw7mP2sN8bR5cL1dF4g"></script><div class="g-recaptcha" data-sitekey="6LdQx9kUAAAAAHqz3kVt0Yw7mP2sN8bR5cL1dF4g"></div>',
  '<iframe src="https://www.google.com/maps/embed/v1/place?key=AIzaSyD8kQ2mX7wZ4vN1bR5cL9tY3pH6jF0gS2a&amp;q=Northport"></iframe>',
  '<script src="https://maps.googleapis.com/maps/api/js?key=AIzaSyD8kQ2mX7wZ4vN1bR5cL9tY3pH6jF0gS2a&libraries=places"></script>',
  '<img src="https://api.mapbox.com/styles/v1/m/c/static/1,2,3/600x400?access_token=pk.eyJ1IjoibWFwcyIsImEiOiJjazEyMyJ9.Qw8zXk3mP2sN8bR5cL1dFg">',
  '<meta property="og:url" content="https://post.example.net/2019/crane?utm_source=front&amp;utm_medium=web"><meta property="og:title" content="Crane">',
  '<a href="https://twitter.com/intent/tweet?url=https%3A%2F%2Fpost.example.net%2F2019%2Fcrane&amp;text=Crane%20falls%20silent&amp;via=harbourpost">Share</a>',
  '<a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fpost.example.net%2F2019%2Fcrane%3Futm_campaign%3Dshare">Share</a>',
  '<a href="mailto:newsroom@post.example.net?subject=Crane">Write to the newsroom</a> or to <a href="mailto:editor@post.example.net">editor@post.example.net</a>',
  '<form action="https://post.us4.list-manage.com/subscribe/post?u=9a7c1de04b52f83e6d1c0b7a2&amp;id=4f1b2c3d5e" method="post"><input type="email" name="EMAIL" placeholder="you@example.com"><input name="b_9a7c1de04b52f83e6d1c0b7a2_4f1b2c3d5e" value=""></form>',
  '<p>You can <a href="https://post.example.net/newsletter/unsubscribe">unsubscribe</a> at any time.</p>',
  '<a href="/newsletters?list=morning-briefing&amp;action=manage-preferences">Manage preferences</a>',
  '<script>var wpApiSettings={"root":"https:\\/\\/post.example.net\\/wp-json\\/","nonce":"4f1b2c3d5e"};var ajax={"ajax_url":"\\/wp-admin\\/admin-ajax.php","_wpnonce":"a91c7e20b4"}</script>',
  '<form action="/search"><input type="hidden" name="authenticity_token" value="tW3xM9qL0vZ7nB5kR2pY8cJ6h4sD1fG==" autocomplete="off"><input name="q"></form><meta name="csrf-token" content="tW3xM9qL0vZ7nB5kR2pY8cJ6h4sD1fG==">',
  '<form method="post" action="./default.aspx"><input type="hidden" name="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1MmRkQw8zXk3mP2sN8bR5cL1dFg7hJ0kL"><input type="hidden" name="__RequestVerificationToken" value="CfDJ8Nq7Xk3mP2sN8bR5cL1dFg7hJ0kLwZ4vQ"></form>',
  '<script type="application/json" data-drupal-selector="drupal-settings-json">{"path":{"baseUrl":"\\/","currentPath":"node\\/412"},"ajaxPageState":{"theme_token":null},"user":{"uid":0,"permissionsHash":"9a7c1de04b52f83e6d1c0b7a24f1b2c3d5e6a7b8c9d0e1f2a3b4c5d6e7f8a9b0"}}</script>',
  '<script>window.__INITIAL_STATE__={"user":{"isLoggedIn":false,"email":null,"id":null},"session":{"status":"anonymous"},"flags":{"showWhenLoggedIn":true}}</script>',
  '<script id="__NEXT_DATA__" type="application/json">{"buildId":"Qw8zXk3mP2sN8bR5cL1dF","props":{"article":{"id":"5f0c2ab91d7e4c3b","authors":[{"name":"Ann Teller","email":"ann.teller@post.example.net"}]}}}</script>',
  '<script type="application/ld+json">{"@type":"NewsMediaOrganization","name":"The Post","email":"contact@post.example.net","contactPoint":{"telephone":"+1-555-0100","email":"desk@post.example.net"}}</script>',
  '<link rel="stylesheet" href="/assets/site-9f3b7c1d5e2a80641c.css?v=20190305"><script src="/assets/app.3d5e2a8064f9.js?ver=5.2.4" integrity="sha384-Qw8zXk3mP2sN8bR5cL1dFg7hJ0kLwZ4vQn1bR5cL9tY3pH6jF0gS2a8kQ2mX7wZ" nonce="c2VjdXJlbm9uY2U3Nzc"></script>',
  '<img src="https://img.post.example.net/crane.jpg?w=640&amp;s=9a7c1de04b52f83e6d1c0b7a24f1b2c3" srcset="https://img.post.example.net/crane.jpg?w=1280&amp;sig=4f1b2c3d5e6a7b8c9d0e1f2a3b4c5d6e 2x">',
  '<p>Log in to comment. <a href="/login?return=%2F2019%2Fcrane">Log in</a> or <a href="/register">create an account</a>. You must be logged in to reply.</p>',
  '<script>OneTrust={"optanonDataDomain":"2f8d0a4c-91b7-4e35-8c6d-7a1b2c3d4e5f"}</script><a href="https://privacyportal.onetrust.com/webform/2f8d0a4c-91b7-4e35-8c6d-7a1b2c3d4e5f">Do not sell my data (opt out)</a>',
  '<script>algolia({appId:"B1G2GM9NG0",apiKey:"aadef574be1f9252bb48d4ea09b5cfe5",indexName:"articles"})</script><script>Sentry.init({dsn:"https://9a7c1de04b52f83e6d1c0b7a24f1b2c3@o77123.ingest.sentry.io/1234567"})</script>',
  '<iframe src="https://player.vimeo.com/video/347119375?h=1699409fe2&amp;title=0"></iframe><iframe src="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?rel=0&amp;enablejsapi=1"></iframe>',
  '<blockquote class="wp-embedded-content" data-secret="Vt8u6xDjQC"><a href="https://other.example.net/">Other</a></blockquote><iframe src="https://other.example.net/embed/#?secret=Vt8u6xDjQC"></iframe>',
  '<img alt="" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">',
  '<a href="https://doi.org/10.1000/182">doi</a> <a href="https://post.example.net/article/3d5e2a80-64f9-4b1c-9a7c-1de04b52f83e">Earlier</a> <a href="/2018/12/05/a?p=48213&amp;preview=false&amp;replytocom=9127#respond">Reply</a>',
  '<script>Stripe("pk_live_51Hq8ZtR2mWx9Lb0Yk4w8Rz2T");paypal={"client-id":"AQw8zXk3mP2sN8bR5cL1dFg7hJ0kLwZ4v"}</script>',
  '<form action="/login"><label>Password</label><input type="password" name="password" placeholder="Password" value=""><input name="user" value=""></form><script>var t={"password":"Password","email":"E-mail","username":"User name"}</script>',
];

/** What articles say of such things. */
const WORDS: readonly string[] = [
  'A cookie is a small file: the header “Set-Cookie” asks the browser to keep it, and “Cookie:” sends it back.',
  'The e-mail was sent to the ministry in March, and nobody answered it before the summer.',
  'Subscribers were told to unsubscribe by telephone; most of them did not, and paid for another year.',
  'Write “Authorization: Bearer YOUR_TOKEN” in the header, the manual says, and never show it to anyone.',
  'Readers can reach the desk at desk@post.example.net or by post.',
  'The key to the harbour was passed on with a signature and a ticket, in a session that lasted until dawn.',
  'The trial of 2019-03-05 was about 48213977 crowns, account 19-2000145399, and a token of thanks.',
  'See https://post.example.net/2019/03/05/crane-falls-silent?page=2#comments and https://example.org/.',
];

/** Page number `n` of two hundred, each with another set of furniture and words. */
function ordinary(n: number): string {
  const pick = <Item>(list: readonly Item[], count: number) =>
    Array.from({ length: count }, (_, at) => list[(n * (at + 1) + at * 7) % list.length] as Item);
  const head = pick(FURNITURE, 2 + (n % 4)).join('\n');
  const foot = [FURNITURE[n % FURNITURE.length], ...pick(FURNITURE, 1 + (n % 5))].join('\n');
  const words = [WORDS[n % WORDS.length], ...pick(WORDS, 2)].map((text) => `<p>${text}</p>`);
  return `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Crane ${n}</title>\n<link rel="canonical" href="https://post.example.net/2019/03/crane-${n}?page=${n}">\n${head}</head>\n<body class="single postid-${n}"><article><h1>Crane ${n}</h1>${words.join('\n')}</article>\n<footer>${foot}</footer></body></html>\n`;
}

export const ORDINARY_PAGES: readonly string[] = Array.from({ length: 200 }, (_, n) => ordinary(n));
