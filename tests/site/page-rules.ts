import { createHash } from 'node:crypto';
import { type BuiltSite, isRedirect, type Page, target, words } from './built-site.ts';

/** What the rules need to know of the site around a page. */
export interface Surroundings {
  /** Full address under which the site is published, ending in "/". */
  readonly baseUrl: string;
}

/** One rule for every page of a site: what is wrong with a page, in words; nothing when it is right. */
export type PageRule = (page: Page, surroundings: Surroundings) => string[];

/** Applies a rule to every page of a site that is more than a redirect. */
export function breaches(site: BuiltSite, baseUrl: string, rule: PageRule): string[] {
  return site.pages
    .filter((page) => !isRedirect(page))
    .flatMap((page) => rule(page, { baseUrl }).map((what) => `${page.address}: ${what}`));
}

/** The rules by their names, which are sentences about a page. */
export const PAGE_RULES: Readonly<Record<string, PageRule>> = {
  'says its language, character set and width': ({ document, html }) => [
    ...unless(/^[a-z]{2,3}(-\w+)*$/.test(document.documentElement.lang), 'no language'),
    ...unless(/<meta charset="?utf-8"?/i.test(html.slice(0, 1024)), 'no charset at the beginning'),
    ...unless(document.querySelector('meta[name=viewport]') !== null, 'no viewport'),
  ],

  'says the languages of its parts by tags that exist': ({ document }) =>
    all(document, '[lang]')
      .map((element) => element.getAttribute('lang') ?? '')
      .filter((tag) => {
        try {
          return Intl.getCanonicalLocales(tag)[0] !== tag;
        } catch {
          return true;
        }
      })
      .map((tag) => `“${tag}” is not a language tag`),

  'has one heading of the first level, with words in it': ({ document }) => {
    const headings = all(document, 'h1');
    return [
      ...unless(headings.length === 1, `${headings.length} headings h1`),
      ...unless(
        headings.every((heading) => words(heading) !== ''),
        'an empty h1',
      ),
    ];
  },

  'skips no level of its outline': ({ document }) => {
    const levels = all(document, 'h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1]));
    return levels.flatMap((level, at) => {
      const before = levels[at - 1] ?? 0;
      return unless(level <= before + 1, `h${level} follows h${before}`);
    });
  },

  'has a title and a description': ({ document }) => [
    ...unless(words(document.querySelector('title')) !== '', 'no title'),
    ...unless(all(document, 'head title').length === 1, 'not one title'),
    ...unless(content(document, 'meta[name=description]').trim() !== '', 'no description'),
  ],

  'names its full address as canonical': ({ document, address }, { baseUrl }) => {
    const full = address === '/index.html' ? baseUrl : `${baseUrl}${address.slice(1)}`;
    const named = all(document, 'link[rel=canonical]').map((link) => link.getAttribute('href'));
    return unless(named.length === 1 && named[0] === full, `canonical is ${named.join(', ')}`);
  },

  'has one main part, and its first link leads there': (page) => {
    const { document } = page;
    const mains = all(document, 'main, [role=main]');
    const first = document.body.querySelector('a[href]')?.getAttribute('href') ?? '';
    const goal = first.startsWith('#') ? document.getElementById(first.slice(1)) : null;
    return [
      ...unless(mains.length === 1, `${mains.length} main parts`),
      ...unless(goal !== null && goal.closest('main') !== null, `the first link is ${first}`),
    ];
  },

  'has no style attribute, no inline script and no event handler': ({ document }) => [
    ...all(document, '[style]').map(({ tagName }) => `<${tagName} style>`),
    ...all(document, 'script')
      .filter((script) => !script.hasAttribute('src'))
      .filter(({ attributes }) => attributes.getNamedItem('type')?.value !== 'application/ld+json')
      .map(() => 'an inline script'),
    ...all(document, '*').flatMap(({ tagName, attributes }) =>
      [...attributes]
        .filter(({ name }) => /^on/i.test(name))
        .map(({ name }) => `<${tagName} ${name}>`),
    ),
    ...all(document, '[href], [src], [action]')
      .flatMap(({ attributes }) => [...attributes].map(({ value }) => value))
      .filter((value) => /^\s*javascript:/i.test(value)),
  ],

  'has its styles in itself, in one element, and loads none': ({ document, html }) => {
    const styles = stylesOf(html);
    return [
      ...unless(styles.length === 1, `${styles.length} style elements`),
      ...unless((styles[0] ?? '').length > 1000, 'hardly any styles'),
      ...unless(all(document, 'link[rel~=stylesheet]').length === 0, 'a linked stylesheet'),
      ...styles.filter((css) => /@import|url\(/i.test(css)).map(() => 'styles that load something'),
    ];
  },

  'lets in by its policy its own styles and the scripts of the site, and nothing else': ({
    document,
    html,
  }) => {
    const selector = 'meta[http-equiv="Content-Security-Policy"]';
    const policy = directives(content(document, selector));
    const hashes = stylesOf(html).map(
      (css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    );
    const allowed: Record<string, readonly string[]> = {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': hashes,
      'img-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['pressmark-search'],
    };
    return [
      ...Object.entries(allowed).flatMap(([name, values]) =>
        unless(same(policy.get(name), values), `${name} is ${policy.get(name)?.join(' ')}`),
      ),
      ...[...policy.keys()].filter((name) => allowed[name] === undefined),
      // A policy holds for what stands after it.
      ...unless(
        html.indexOf('Content-Security-Policy') < html.search(/<(?:style|script)\b/),
        'the policy comes after a style or script',
      ),
    ];
  },

  'gives every id once, and refers to ids that exist': ({ document }) => {
    const ids = all(document, '[id]').map(({ id }) => id);
    const referring = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers'];
    return [
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} twice`),
      ...referring.flatMap((name) =>
        all(document, `[${name}]`)
          .flatMap((element) => (element.getAttribute(name) ?? '').split(/\s+/))
          .filter((id) => !ids.includes(id))
          .map((id) => `${name} names “${id}”, which is nowhere`),
      ),
    ];
  },

  'gives every picture a text or hides it from those who listen': ({ document }) => [
    ...all(document, 'img')
      .filter((image) => !image.hasAttribute('alt'))
      .map(() => 'an image without alt'),
    ...all(document, 'svg')
      .filter((svg) => svg.closest('[aria-hidden=true]') === null)
      // One with links in it is a group of them; as an image it would hide them.
      .filter((svg) => {
        const role = svg.querySelector('a') ? 'group' : 'img';
        return svg.getAttribute('role') !== role || !isNamed(svg, document);
      })
      .map(() => 'an svg that is neither hidden nor named'),
  ],

  'names every link, button and field': ({ document }) => [
    ...all(document, 'a[href], button, summary')
      .filter((element) => words(element) === '' && !isNamed(element, document))
      .map(({ outerHTML }) => `no name: ${outerHTML.slice(0, 80)}`),
    ...all(document, 'input:not([type=hidden]), select, textarea')
      .filter((field) => field.closest('label') === null && !isNamed(field, document))
      .filter(({ id }) => id === '' || document.querySelector(`label[for="${id}"]`) === null)
      .map(({ outerHTML }) => `no label: ${outerHTML.slice(0, 80)}`),
  ],

  'links to the rest of the site by relative addresses, 404 by those of its host': (
    page,
    { baseUrl },
  ) => {
    const path = new URL(baseUrl).pathname;
    const selector = 'a[href], form[action], script[src], img[src], link[rel~=icon]';
    const own = all(page.document, selector)
      .map((element) =>
        ['href', 'action', 'src'].map((name) => element.getAttribute(name)).find(Boolean),
      )
      .filter((address) => address !== undefined && address !== null)
      .filter((address) => address.startsWith(baseUrl) || !/^[a-z]+:/i.test(address));
    return own
      .filter((address) =>
        page.address === '/404.html'
          ? !address.startsWith(path) && !address.startsWith('#')
          : /^[/\\]/.test(address) || address.startsWith(baseUrl) || !isBelowRoot(page, address),
      )
      .map((address) => `“${address}”`);
  },

  'loads one script, as a module': ({ document }) => {
    const scripts = all(document, 'script[src]');
    return [
      ...unless(scripts.length === 1, `${scripts.length} scripts`),
      ...scripts
        .filter((script) => script.getAttribute('type') !== 'module')
        .map(() => 'a script that is no module'),
      ...scripts
        .map((script) => script.getAttribute('src') ?? '')
        .filter((address) => !address.endsWith('assets/start.js')),
    ];
  },
};

/** What is wrong with a page that leads from an old address to the one of today. */
export function redirectBreaches(page: Page, { baseUrl, to }: { baseUrl: string; to: string }) {
  const { document } = page;
  const refresh = content(document, 'meta[http-equiv="refresh" i]');
  const [, seconds, goal = ''] = /^(\d+);\s*url=(.*)$/i.exec(refresh) ?? [];
  const links = all(document, 'a[href]').map((link) => link.getAttribute('href') ?? '');
  const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
  return [
    ...unless(seconds === '0', `it waits: ${refresh}`),
    ...unless(target(page, goal) === to && !/^[/\\]|:/.test(goal), `it leads to “${goal}”`),
    ...unless(links.length > 0 && links.every((link) => link === goal), 'no link in words'),
    ...unless(canonical === `${baseUrl}${to.slice(1)}`, `canonical is ${canonical}`),
    ...unless(document.documentElement.lang !== '', 'no language'),
    ...unless(words(document.querySelector('title')) !== '', 'no title'),
  ].map((what) => `${page.address}: ${what}`);
}

/** The styles in a page, byte for byte. */
export function stylesOf(html: string): string[] {
  return [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
}

function unless(isRight: boolean, what: string): string[] {
  return isRight ? [] : [what];
}

function all(document: Document, selector: string): Element[] {
  return [...document.querySelectorAll(selector)];
}

function content(document: Document, selector: string): string {
  return document.querySelector(selector)?.getAttribute('content') ?? '';
}

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = '', ...values]) => [name, values]),
  );
}

function same(found: readonly string[] | undefined, wanted: readonly string[]): boolean {
  return found?.toSorted().join(' ') === wanted.toSorted().join(' ');
}

function isNamed(element: Element, document: Document): boolean {
  const label = element.getAttribute('aria-label') ?? '';
  const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const title = element.querySelector('title');
  return [label, words(title), ...ids.map((id) => words(document.getElementById(id)))].some(
    (text) => text.trim() !== '',
  );
}

/** Whether a relative address stays within the site, wherever that is published. */
function isBelowRoot({ address }: Page, relative: string): boolean {
  const depth = address.split('/').length - 2;
  let level = depth;
  for (const step of relative
    .replace(/[?#].*$/s, '')
    .split('/')
    .slice(0, -1)) {
    if (step === '..') level--;
    else if (step !== '.') level++;
    if (level < 0) return false;
  }
  return true;
}
