// npm run check:pictures: every number of every picture against a count over the content folder.
import path from 'node:path';
import { ROOT } from '../site/built-site.ts';
import { checkPictures, type PicturesFound } from './pictures/check-site.ts';
import { report } from './report.ts';

/** `--site FOLDER --content FOLDER` names another archive beside the shipped one. */
const option = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : path.resolve(process.argv[at + 1] ?? '');
};

const [site, content] = [option('--site'), option('--content')];
if ((site === undefined) !== (content === undefined)) {
  console.error('Give both or neither: --site FOLDER --content FOLDER.');
  process.exit(1);
}
const found = [
  checkPictures(path.join(ROOT, 'dist'), path.join(ROOT, 'content')),
  ...(site !== undefined && content !== undefined ? [checkPictures(site, content)] : []),
];

const figuresOf = ({ articles, numbers, pages, heaviest }: PicturesFound) => {
  const archive = `${articles.toLocaleString('en')} articles`;
  const weights = [...heaviest].map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)}`);
  return [
    [`${archive}: numbers in pictures, each as counted`, numbers.toLocaleString('en')],
    [`${archive}: pages with pictures`, String(pages)],
    [`${archive}: heaviest page of each picture, packed, kB`, weights.join(', ')],
  ] as const;
};

report(
  'pictures',
  {
    title: '9. Pictures',
    command: 'npm run check:pictures',
    figures: [
      ...found.flatMap(figuresOf),
      [
        'Numbers that are not as counted, and pages over 60 kB',
        String(found.flatMap(({ wrong }) => wrong).length),
      ],
    ],
    limits: [
      'The count reads the front matter with no code of the site. How texts spell a name is not counted again here: the tests of the finder of names do that.',
    ],
  },
  found.flatMap(({ wrong }) => wrong),
);
