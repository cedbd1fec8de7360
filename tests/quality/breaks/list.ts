/** A deliberate break: a small change after which a test must fail. */
export interface Break {
  /** Part of the checks that it belongs to. */
  readonly part: string;
  /** What is broken, in words. */
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly caughtBy: Catcher;
  /** What the failure must say, so that nothing else is taken for it. */
  readonly says: RegExp;
}

/** What must notice a break: the build itself, or a file of tests, for the built site or for the code. */
export interface Catcher {
  readonly name: string;
  readonly builds?: true;
  readonly test?: string;
  /** Only tests whose names hold this. */
  readonly only?: string;
}

const BUILD: Catcher = { name: 'npm run build', builds: true };
const code = (test: string): Catcher => ({ name: test, test });
const site = (test: string, only?: string): Catcher => ({
  name: test,
  builds: true,
  test,
  ...(only !== undefined && { only }),
});

const HOSTS = code('src/formats/hosts/hosts.test.ts');
const pageRule = (only: string): Catcher => site('tests/site/page-rules.test.ts', only);

/** At least one for every part. */
export const BREAKS: readonly Break[] = [
  {
    part: 'Faults',
    what: 'captures are not compared with their hashes',
    file: 'src/record/check-captures.ts',
    from: 'if (found === stated) return [];',
    to: "if (found !== '') return [];",
    caughtBy: code('tests/unit/broken.test.ts'),
    says: /✖ .*: capture-altered /,
  },
  {
    part: 'Faults',
    what: 'two articles may claim one old address',
    file: 'src/record/check-addresses.ts',
    from: 'if (owner === undefined) owners',
    to: 'if (owner !== null) owners',
    caughtBy: code('tests/unit/broken.test.ts'),
    says: /✖ .*alias/,
  },
  {
    part: 'Publishing',
    what: 'the old site is deleted, then the new one is copied, where two renames should be',
    file: 'src/integrations/build/replace-site.ts',
    from: '  renameSync(made, out);\n',
    to: '  rmSync(previousSite(out), { recursive: true, force: true });\n  cpSync(made, out, { recursive: true });\n',
    caughtBy: code('tests/unit/swap.test.ts'),
    says: /killed before step \d+: undefined/,
  },
  {
    part: 'Conservation',
    what: 'one article’s page is dropped from the sitemap',
    file: 'src/integrations/exports/site-map.ts',
    from: '    .sort()\n',
    to: "    .sort()\n    .filter((address) => !address.endsWith('-meddling.html'))\n",
    caughtBy: BUILD,
    says: /sitemap\.xml[\s\S]*1 article \(2010\/lukashenko-accuses-moscow-of-meddling\) of 5 missing/,
  },
  {
    part: 'Conservation',
    what: 'one article is dropped from the search index',
    file: 'src/integrations/search-index/pack.ts',
    from: 'JSON.stringify(stored)',
    to: 'JSON.stringify(stored.slice(first === 0 ? 1 : 0))',
    caughtBy: BUILD,
    says: /search\/head\.bin[\s\S]*1 article \(.*\) of 5 missing/,
  },
  {
    part: 'Conservation',
    what: 'one row is dropped from the table of articles',
    file: 'src/formats/files/citation-writer.ts',
    from: 'kept((one, number) => csvRow(article(number), one))',
    to: "kept((one, number) => (number === 1 ? '' : csvRow(article(number), one)))",
    caughtBy: BUILD,
    says: /data\/articles\.csv[\s\S]*1 article \(.*\) of 5 missing/,
  },
  {
    part: 'Security',
    what: 'one directive of the policy is loosened',
    file: 'src/model/policy.ts',
    from: '"base-uri \'none\'"',
    to: '"base-uri \'self\'"',
    caughtBy: HOSTS,
    says: /base-uri 'self'/,
  },
  {
    part: 'Security',
    what: 'the policy lets pictures in from anywhere',
    file: 'src/model/policy.ts',
    from: '"img-src \'self\'"',
    to: '"img-src \'self\' https:"',
    caughtBy: pageRule('lets in by its policy'),
    says: /img-src is 'self' https:/,
  },
  {
    part: 'Security',
    what: 'a header is dropped from the files for hosts',
    file: 'src/formats/hosts/headers.ts',
    from: "'Referrer-Policy': 'no-referrer',",
    to: '',
    caughtBy: HOSTS,
    says: /lacks Referrer-Policy/,
  },
  {
    part: 'Security',
    what: 'a page loads a stylesheet from another host',
    file: 'src/layouts/standing.ts',
    from: '<link rel="icon"',
    to: '<link rel="stylesheet" href="https://fonts.example.net/a.css" /><link rel="icon"',
    caughtBy: site('tests/site/crawl.test.ts', 'another host'),
    says: /finds nothing that a browser would load from another host/,
  },
  {
    part: 'Security',
    what: 'the version of a package becomes a range',
    file: 'package.json',
    from: '"yazl": "3.3.1"',
    to: '"yazl": "^3.3.1"',
    caughtBy: code('src/cli/licences/licences.test.ts'),
    says: /yazl/,
  },
  {
    part: 'Accessibility',
    what: 'the label of the search field is deleted',
    file: 'src/components/search-form.ts',
    from: 'aria-label="Search the archive"',
    to: '',
    caughtBy: pageRule('names every link'),
    says: /no label: <input/,
  },
  {
    part: 'Accessibility',
    what: 'the text of a drawing is deleted, its alt',
    file: 'src/components/DateSpans.astro',
    from: ' aria-label="Dates of articles"',
    to: '',
    caughtBy: pageRule('gives every picture a text'),
    says: /an svg that is neither hidden nor named/,
  },
  {
    part: 'Accessibility',
    what: 'an image without an alt comes into the foot of a page (the archive itself has none)',
    file: 'src/layouts/BaseLayout.astro',
    from: 'set:html={foot}',
    to: `set:html={'<img src="favicon.svg">' + foot}`,
    caughtBy: pageRule('gives every picture a text'),
    says: /an image without alt/,
  },
  {
    part: 'Accessibility',
    what: 'small print is too pale for its paper',
    file: 'src/styles/tokens.css',
    from: '--soft: light-dark(',
    to: '--soft: #aaa; --was: light-dark(',
    caughtBy: site('tests/browser/accessibility.test.ts', 'on a desk'),
    says: /color-contrast/,
  },
  {
    part: 'Publish anywhere',
    what: 'the offline edition carries the time at which it was packed',
    file: 'src/edition/write-zip.ts',
    from: 'mtime: TIME',
    to: 'mtime: new Date()',
    caughtBy: code('src/edition/write-zip.test.ts'),
    says: /another time than the oldest/,
  },
  {
    part: 'Publish anywhere',
    what: 'a page says when it was made',
    file: 'src/layouts/BaseLayout.astro',
    from: '<footer class="foot"',
    to: '<time>{new Date().toISOString()}</time><footer class="foot"',
    caughtBy: site('tests/site/determinism.test.ts'),
    says: /\.html differs/,
  },
  {
    part: 'In use',
    what: 'the server answers a range as if it were the whole',
    file: 'src/cli/static-server.ts',
    from: 'response.statusCode = 206;',
    to: 'response.statusCode = 200;',
    caughtBy: code('src/cli/static-server.test.ts'),
    says: /expected: \[ 206/,
  },
];
