import path from 'node:path';
import { pageSizes } from './measure/page-sizes.ts';

/** What a page may weigh, in bytes of gzip -9: any page, and an article's. */
const MOST = { any: 60_000, article: 14_600 };

const [site] = process.argv.slice(2);
if (site === undefined || site.startsWith('-')) {
  console.log(
    'Usage: node bench/page-sizes.ts FOLDER\n\nCompresses every page of a built site and names the largest; fails when one is too large.',
  );
  process.exitCode = 1;
} else {
  const { pages, largest, largestArticle } = pageSizes(path.resolve(site));
  const told = ({ page, bytes }: typeof largest, most: number) =>
    `${page}, ${bytes.toLocaleString('en')} of at most ${most.toLocaleString('en')} bytes`;
  console.log(`${pages.toLocaleString('en')} pages, all compressed with gzip -9`);
  console.log(`largest: ${told(largest, MOST.any)}`);
  console.log(`largest article: ${told(largestArticle, MOST.article)}`);
  const isOver = largest.bytes > MOST.any || largestArticle.bytes > MOST.article;
  process.exitCode = pages === 0 || isOver ? 1 : 0;
}
