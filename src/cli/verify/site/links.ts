import { captureAddress } from '../../../model/address.ts';
import type { Finding } from '../finding.ts';
import { type Crawl, crawlSite } from './crawl.ts';
import type { SiteRule } from './rule.ts';

/** Files that no page links to: the reader's browser or its host asks for them by name. */
const UNLINKED = [
  /^\/pagefind\//,
  /^\/search\//,
  /^\/assets\/[\w-]+\.js$/,
  /^\/favicon\.(?:svg|ico)$/,
  /^\/404\.html$/,
  /^\/robots\.txt$/,
  /^\/(?:_headers|\.nojekyll|\.well-known\/security\.txt)$/,
  /^\/withdrawn\.txt$/,
  /^\/site-sha256\.txt$/,
];

/** Every link leads somewhere, every page can be reached, nothing comes from another host. */
export const linksRule: SiteRule = ({ folder, record, hasOwn = false }) => {
  const { articles, withdrawn } = record;
  const aliases = [...articles, ...withdrawn].flatMap(({ data }) => data.aliases);
  // Nothing leads to the capture of a withdrawn article any more but links from elsewhere.
  const captures = withdrawn.map(({ id }) => captureAddress(id));
  const entrances = [...aliases, ...captures];
  return findingsOf(crawlSite(folder, { baseUrl: record.settings.baseUrl, entrances }), hasOwn);
};

function findingsOf({ files, reached, dead, foreign }: Crawl, hasOwn: boolean): Finding[] {
  const unreached = files.filter(
    (file) => !reached.has(file) && !UNLINKED.some((pattern) => pattern.test(file)),
  );
  return [
    ...dead.map(({ page, address, reason }) => ({
      file: page,
      what: `The link to “${address}” leads nowhere: ${reason}.`,
      why: 'A reader who follows it is lost.',
      remedy: 'Build the site again; if the link stays dead, report it.',
    })),
    ...unreached.map((file) => ({
      file,
      ...(hasOwn && { advice: true as const }),
      what: 'No way leads from the front page to this file.',
      why: 'What can’t be reached can’t be read, and nobody knows why it is there.',
      remedy: hasOwn
        ? 'If it is your own or of an integration of yours, link to it or leave it so. If it is a page of Pressmark’s, one of your own pages took the place of the page that links to it.'
        : 'Build the site again; if the file stays, report it.',
    })),
    ...foreign.map(({ page, address }) => ({
      file: page,
      what: `The page loads “${address}” from another host.`,
      why: 'That host learns who reads what, and the page breaks when it is gone.',
      remedy: 'Report it: nothing of an archive may be loaded from elsewhere.',
    })),
  ];
}
