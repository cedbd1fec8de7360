/** Services that show a page under an address of their own, with the address of the page in it. */
const WRAPPERS: readonly RegExp[] = [
  /^https?:\/\/web\.archive\.org\/(?:web\/)?(?:\d+|\*)(?:[a-z]{2}_)?\/(.+)$/i,
  /^https?:\/\/(?:www\.)?archive\.(?:today|ph|is|li|vn|fo|md)\/(?:o\/\w+|\d[\d.-]*|newest|oldest)\/(.+)$/i,
  /^https?:\/\/(?:www\.)?archive\.(?:today|ph|is|li|vn|fo|md)\/(?:\?.*?url=|submit\/\?.*?url=)([^&]+)/i,
  /^https?:\/\/(?:www\.)?google\.[a-z.]+\/amp\/(?:s\/)?(.+)$/i,
  /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(?:.*&)?(?:q|url)=([^&]+)/i,
  /^https?:\/\/webcache\.googleusercontent\.com\/search\?(?:.*&)?q=cache:(?:[\w-]{12}:)?([^+&]+)/i,
  /^https?:\/\/[^/]+\.cdn\.ampproject\.org\/[a-z]\/(?:s\/)?(.+)$/i,
  /^https?:\/\/cdn\.ampproject\.org\/[a-z]\/(?:s\/)?(.+)$/i,
  /^https?:\/\/(?:arquivo\.pt\/(?:no)?wayback|swap\.stanford\.edu(?:\/was)?|webarchive\.nationalarchives\.gov\.uk\/ukgwa)\/\d+(?:[a-z]{2}_)?\/(.+)$/i,
];

/** Pages of the same site for other screens. */
const MOBILE = new Set(['www', 'www1', 'www2', 'm', 'mobile', 'amp', 'wap', 'touch']);

/** Parameters that say where a reader came from or how the page is shown, and not which page it is. */
const TRACKING =
  /^(?:utm_.*|mtm_.*|pk_.*|at_(?:medium|campaign|link.*|ptr.*|bbc.*|format)|fb(?:clid|_.*)|[gdy]clid|gclsrc|wbraid|gbraid|msclkid|twclid|igsh(?:id)?|mc_[ce]id|_hs(?:enc|mi)|vero_.*|oly_.*|ref|ref_(?:src|url)|referrer|source|cmp(?:id)?|ocid|smid|smtyp|share|shared|ftag|rss|amp|amp_.*|outputtype|print|printable|__twitter_impression|usqp|s_cid|ns_(?:campaign|mchannel|source|linkname|fee)|xtor|wt\.mc_id|intcmp|icid)$/i;

/**
 * An address without what differs between addresses of the same page: scheme, `www.` and mobile hosts,
 * fragment, tracking, AMP, the slash at its end, and the archive or cache through which it was reached.
 *
 * @returns undefined for what is no web address, or that of a site as a whole, which many pages state
 */
export function plainAddress(address: string | undefined): string | undefined {
  const url = parsed(unwrapped(address?.trim() ?? ''));
  if (url === undefined) return undefined;
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');
  const path = pathOf(url.pathname);
  // Addresses of pages that programs draw: the fragment is the page.
  const page = url.hash.startsWith('#!') ? url.hash.toLowerCase() : '';
  if (path === '' && query === '' && page === '') return undefined;
  return `${hostOf(url.hostname)}${path}${query === '' ? '' : `?${query}`}${page}`;
}

/** Wrapped twice at most, as a cached page of a web archive is; more is somebody's trick. */
function unwrapped(address: string): string {
  let inner = address;
  for (let depth = 0; depth < 3; depth++) {
    const wrapper = WRAPPERS.map((pattern) => pattern.exec(inner)?.[1]).find(Boolean);
    if (wrapper === undefined) return inner;
    const decoded = /^https?%3a/i.test(wrapper) ? decode(wrapper) : wrapper;
    inner = /^[a-z]+:\/\//i.test(decoded)
      ? decoded
      : `https://${decoded.replace(/^https?:\/+/i, '')}`;
  }
  return inner;
}

function parsed(address: string): URL | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address);
}

function hostOf(name: string): string {
  const translated = /^([a-z0-9-]+)\.translate\.goog$/.exec(name)?.[1];
  const host = translated?.replace(/-(-?)/g, (_, second) => (second ? '-' : '.')) ?? name;
  const labels = host.replace(/\.$/, '').split('.');
  return labels
    .filter((label, at) => at >= labels.length - 2 || !MOBILE.has(label))
    .join('.')
    .toLowerCase();
}

function pathOf(path: string): string {
  return decode(path)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/;jsessionid=[^/]*/, '')
    .replace(/^\/(?:amp|m|mobile)(?=\/.)/, '')
    .replace(/\/(?:index|default)\.(?:x?html?|php|aspx?|jsp)$/, '')
    .replace(/(?:\/amp|\.amp)(?:\.html?)?\/?$/, '')
    .replace(/\.amp(?=\.html?$)/, '')
    .replace(/\/+$/, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
