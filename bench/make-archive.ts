import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeArchive } from './archive/write-archive.ts';

const USAGE = `Usage: node bench/make-archive.ts --out FOLDER [--articles 19042] [--dense]

Makes a content folder of so many articles out of the Reuters-21578 collection, which is fetched at
first use. Its stories, all of 1987, are spread over twenty years; --dense leaves them where they were.`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    articles: { type: 'string', default: '19042' },
    dense: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const articles = Number(values.articles);
if (values.help || values.out === undefined || !Number.isInteger(articles) || articles < 1) {
  console.log(USAGE);
  process.exitCode = values.help ? 0 : 1;
} else {
  writeArchive({ articles, out: path.resolve(values.out), dense: values.dense });
}
