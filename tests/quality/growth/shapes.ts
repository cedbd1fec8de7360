/** A way in which a stranger's bytes could cost more than they weigh, and what is done with them. */
export interface Shape {
  readonly name: string;
  readonly file: string;
  readonly work: 'add' | 'entry' | 'sentences';
  /** Bytes of about a length. */
  readonly make: (length: number) => string;
  /** Letters of the smallest of three sizes; the largest has four times as many. */
  readonly length?: number;
}

const SENTENCE =
  'The minister said on Tuesday that the talks would go on for as long as they had to. ';

function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

function numbered(piece: (at: number) => string, length: number): string {
  const parts: string[] = [];
  for (let [at, size] = [0, 0]; size < length; at++) {
    const part = piece(at);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

function text(middle: string): string {
  return `Story of the lake\nThe Moscow Times\n11 February 2012\n\n${SENTENCE}\n\n${SENTENCE}\n\n${middle}\n\n${SENTENCE}\n`;
}

function page(middle: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Story of the lake</title>${head}</head><body><article><h1>Story of the lake</h1><p>${SENTENCE}</p><p>${SENTENCE}</p>${middle}<p>${SENTENCE}</p></article></body></html>`;
}

function entry(fields: string, body = SENTENCE): string {
  return `---\ntitle: Story of the lake\ndate: 2012-02-11\noutlet: the-moscow-times\nsource: reuters\npeople: []\nplaces: []\ncapture:\n  file: captures/2012/x.html\n  sha256: ${'a'.repeat(64)}\n${fields}---\n\n${body}\n`;
}

const inText = (name: string, middle: (length: number) => string, file = 'x.txt'): Shape => ({
  name: `text: ${name}`,
  file,
  work: 'add',
  make: (length) => text(middle(length)),
});
const inPage = (name: string, middle: (length: number) => string): Shape => ({
  name: `page: ${name}`,
  file: 'x.html',
  work: 'add',
  make: (length) => page(middle(length)),
});
const inHead = (name: string, head: (length: number) => string): Shape => ({
  name: `head: ${name}`,
  file: 'x.html',
  work: 'add',
  make: (length) => page('', head(length)),
});
const inEntry = (name: string, make: (length: number) => string): Shape => ({
  name: `entry: ${name}`,
  file: 'articles/2012/x.mdx',
  work: 'entry',
  make,
});
const repeated = (piece: string) => (length: number) => filled(piece, length);

export const SHAPES: readonly Shape[] = [
  inText('one paragraph of names', repeated('Minsk in Belarus. ')),
  inText('one paragraph of unknown names', (length) =>
    numbered((at) => `Anna Krolik${at} of Brest. `, length),
  ),
  inText('one paragraph of capitals', repeated('Aa ')),
  inText('one very long word', repeated('a')),
  inText('one very long word in capitals', repeated('A')),
  inText('empty lines', repeated('\n')),
  inText('lines of spaces', repeated('   \n')),
  inText('spaces', repeated(' ')),
  inText('tabs', repeated('\t')),
  inText('short lines', repeated('Menu\n')),
  inText('dates', repeated('5 March 2019, ')),
  inText('dates, one a line', repeated('5 March 2019\n')),
  inText('half dates', repeated('5 ')),
  inText('digits', repeated('1')),
  inText('years', repeated('2019 ')),
  inText('quotation marks', repeated('“ ')),
  inText('full stops', repeated('. ')),
  inText('hyphens', repeated('- ')),
  inText('brackets', repeated('(')),
  inText('addresses', repeated('https://example.org/a ')),
  inText('one long address', (length) => `https://example.org/${filled('a/', length)}`),
  inText('words that end nothing', repeated('Reporting by ')),
  inText('"to continue"', repeated('il vous reste ')),
  inText('photo credits', repeated('Photo: Reuters / ')),
  inText(
    'Markdown headings',
    (length) => `# T\n\n[a](#x) \\*\n\n${filled('## H\n\n', length)}`,
    'x.md',
  ),
  inText('Markdown stars', (length) => `# T\n\n[a](#x) \\*\n\n${filled('*a\n', length)}`, 'x.md'),
  inText(
    'Markdown quotes',
    (length) => `# T\n\n[a](#x) \\*\n\n${filled('> ', Math.min(length, 900))}x`,
    'x.md',
  ),
  inText(
    'Markdown lists, one in the other',
    (length) =>
      `# T\n\n[a](#x) \\*\n\n${numbered((at) => `${' '.repeat(Math.min(at, 300))}- a\n`, length)}`,
    'x.md',
  ),
  inText(
    'Markdown links',
    (length) => `# T\n\n[a](#x) \\*\n\n${filled('[a](#b)\n', length)}`,
    'x.md',
  ),
  inText(
    'Markdown code fences',
    (length) => `# T\n\n[a](#x) \\*\n\n${filled('```\n', length)}`,
    'x.md',
  ),
  inText(
    'Markdown definitions',
    (length) => `# T\n\n[a](#x) \\*\n\n${numbered((at) => `[a${at}]: /x\n`, length)}`,
    'x.md',
  ),
  inPage('one paragraph', (length) => `<p>${filled(SENTENCE, length)}</p>`),
  inPage('many paragraphs', repeated(`<p>${SENTENCE}</p>`)),
  inPage('paragraphs that all differ', (length) =>
    numbered((at) => `<p>${SENTENCE}word${at}.</p>`, length),
  ),
  inPage('blank lines', (length) => `<p>${filled('\n', length)}</p>`),
  inPage(
    'elements one in the other',
    (length) => filled('<div>', Math.min(length, 9000)) + SENTENCE,
  ),
  inPage('inline elements one in the other', (length) => filled('<b>', length)),
  inPage('attributes', (length) => `<p ${numbered((at) => `a${at}=b `, length)}>x</p>`),
  inPage('classes', (length) => `<p class="${numbered((at) => `c${at} `, length)}">x</p>`),
  inPage('table', (length) => `<table>${filled('<tr><td>a<td>b', length)}</table>`),
  inPage('headings', repeated('<h2>A</h2>')),
  inPage('times', repeated('<time datetime="2019-03-05">5 March</time>')),
  inPage('links', repeated('<a href="/x">x</a> ')),
  inPage('line breaks', repeated('<br>')),
  inPage('less-than signs', repeated('< ')),
  inPage('tags without end', repeated('<a ')),
  inPage('comments without end', repeated('<!-- ')),
  inPage('scripts without end', repeated('<script>')),
  inPage('styles without end', repeated('<style>')),
  inPage('end tags', repeated('</div>')),
  inPage('ampersands', repeated('&amp')),
  inPage('authors', repeated('<span class="author">A B</span>')),
  inPage('captions', repeated('<figure><figcaption>A b.</figcaption></figure>')),
  inPage('hidden words', repeated('<p style="opacity:0">a b c</p>')),
  inPage('hidden words in words', repeated('<b style="font-size:0">a</b> b ')),
  inPage('style attributes', (length) => `<p style="${filled('a:b;', length)}">x</p>`),
  inHead(
    'JSON-LD',
    repeated(
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Story"}</script>',
    ),
  ),
  inHead(
    'one JSON-LD of many keys',
    (length) =>
      `<script type="application/ld+json">{${numbered((at) => `"k${at}":1,`, length)}"@type":"NewsArticle"}</script>`,
  ),
  inHead(
    'one JSON-LD of brackets',
    (length) => `<script type="application/ld+json">${filled('[', length)}</script>`,
  ),
  inHead('meta', (length) => numbered((at) => `<meta name="n${at}" content="c">`, length)),
  inHead('titles', (length) => `<meta property="og:title" content="${filled('a - ', length)}">`),
  inHead('rules', (length) => `<style>${numbered((at) => `.c${at},p{color:red}`, length)}</style>`),
  inHead(
    'rules that look around',
    (length) => `<style>${numbered((at) => `p+p~p:nth-child(${at}){opacity:1}`, length)}</style>`,
  ),
  inHead('rules in rules', (length) => `<style>${filled('a{', length)}</style>`),
  inHead('selectors', (length) => `<style>${filled('p,', length)}p{opacity:1}</style>`),
  inHead('brackets of a sheet', (length) => `<style>${filled('(', length)}</style>`),
  inHead(
    'marks of importance',
    (length) => `<style>p{opacity:1${filled(' !important', length)}}</style>`,
  ),
  inHead(
    'properties of its own',
    (length) =>
      `<style>p{${numbered((at) => `--a${at}:var(--a${at + 1});`, length)}opacity:var(--a0)}</style>`,
  ),
  inHead('links to sheets without end', repeated('<link rel=stylesheet href="')),
  inEntry('keys', (length) => entry(numbered((at) => `k${at}: v\n`, length))),
  inEntry('keys in braces', (length) =>
    entry(`supplied: {${numbered((at) => `k${at}: v, `, length)}a: b}\n`),
  ),
  inEntry('one list', (length) => entry(`topics: [${numbered((at) => `t${at}, `, length)}a]\n`)),
  inEntry('aliases', (length) =>
    entry(`aliases:\n${numbered((at) => `  - 2012/x${at}\n`, length)}`),
  ),
  inEntry('blank lines in front matter', (length) => entry(filled('\n', length))),
  inEntry('a quotation mark without end', (length) => entry(`note: "${filled('a\n  ', length)}`)),
  inEntry('comments', (length) => entry(filled('# c\n', length))),
  inEntry('brackets', (length) => entry(`note: ${filled('[', length)}\n`)),
  inEntry('one paragraph', (length) => entry('', filled(SENTENCE, length))),
  inEntry('blank lines', (length) => entry('', filled('\n', length))),
  inEntry('spaces', (length) => entry('', `a${filled(' ', length)}b`)),
  inEntry('stars', (length) => entry('', filled('*a ', length))),
  inEntry('brackets in the body', (length) => entry('', filled('[', length))),
  inEntry('backticks', (length) =>
    entry(
      '',
      numbered((at) => `${'`'.repeat((at % 200) + 1)} `, length),
    ),
  ),
  inEntry('tags', (length) => entry('', filled('<a>', length))),
  inEntry('braces', (length) => entry('', filled('{', length))),
  inEntry('quotes', (length) => entry('', filled('> ', length))),
  inEntry('lines of refusals', (length) => entry('', filled('{x}\n\n', length))),
  { name: 'sentences: tags without end', file: 'x', work: 'sentences', make: repeated('<') },
  { name: 'sentences: escapes', file: 'x', work: 'sentences', make: repeated('\\u00') },
  { name: 'sentences: ampersands', file: 'x', work: 'sentences', make: repeated('&a') },
  { name: 'sentences: words', file: 'x', work: 'sentences', make: repeated('word ') },
  { name: 'sentences: base64', file: 'x', work: 'sentences', make: repeated('"base64":"') },
];
