import { existsSync } from 'node:fs';
import path from 'node:path';
import { HOME } from '../model/address.ts';
import { countWords } from '../model/lists/count-words.ts';
import { describeProblems } from '../model/problem.ts';
import { isFolder } from '../record/content-files.ts';
import { PACKAGE_ROOT } from '../record/package-root.ts';
import { readArchive } from '../record/read-archive.ts';
import { isSameFolder } from '../record/same-folder.ts';
import { readFileArguments } from './arguments.ts';
import { archiveOfCall, runCommand } from './command.ts';
import { articleRules } from './verify/article-rules.ts';
import { capturesOf } from './verify/captures.ts';
import { datedRule } from './verify/content/dated.ts';
import { furnitureRule } from './verify/content/furniture.ts';
import { heldBackRule } from './verify/content/held-back.ts';
import { keeperRule } from './verify/content/keeper.ts';
import { manifestRule } from './verify/content/manifest.ts';
import { namedRule } from './verify/content/named.ts';
import { privateRule } from './verify/content/private.ts';
import { repeatedRule } from './verify/content/repeated.ts';
import { returnedRule } from './verify/content/returned.ts';
import { reviewRule } from './verify/content/review.ts';
import { securityRule } from './verify/content/security.ts';
import { statedRule } from './verify/content/stated.ts';
import { tracedRule } from './verify/content/traced.ts';
import { usedRule } from './verify/content/used.ts';
import type { Finding } from './verify/finding.ts';
import { asBuiltRule } from './verify/site/as-built.ts';
import { completeRule } from './verify/site/complete.ts';
import { conservedRule } from './verify/site/conserved.ts';
import { exportsRule } from './verify/site/exports.ts';
import { linksRule } from './verify/site/links.ts';
import { takenDownRule } from './verify/site/taken-down.ts';
import { withheldRule } from './verify/site/withheld.ts';

const usage = `Usage: npm run verify

Checks the content folder (ARCHIVE_CONTENT, else content/) and, if it is built, the site
(ARCHIVE_OUT, else dist/). Changes nothing. Exit status 1 when a problem was found; advice alone
does not fail.`;

const TODAY = new Date().toISOString().slice(0, 10);
const CONTENT_RULES = [
  articleRules([tracedRule, datedRule(TODAY), statedRule, returnedRule, privateRule]),
  ...[
    furnitureRule,
    heldBackRule,
    repeatedRule,
    namedRule,
    usedRule,
    reviewRule,
    keeperRule,
    securityRule(TODAY),
  ],
];
const SITE_RULES = [
  asBuiltRule,
  completeRule,
  conservedRule,
  exportsRule,
  linksRule,
  withheldRule,
  takenDownRule,
];

await runCommand(async () => {
  const { help } = readFileArguments(process.argv.slice(2), { usage, least: 0, most: 0 });
  if (help) {
    console.log(usage);
    return 0;
  }
  const { root, folders } = archiveOfCall();
  const { content, out } = folders;
  // An archive elsewhere may have pages and integrations of its own.
  const hasOwn = !isSameFolder(root, PACKAGE_ROOT);
  const { record, problems: unreadable } = readArchive(content, undefined, {
    whole: true,
    looks: true,
  });
  // The manifest is checked whatever else is wrong: one flipped byte may keep the record from being read.
  const sealed = isFolder(content) ? manifestRule({ folder: content }) : [];
  // What keeps the manifest from being read keeps the record from it too, and is told once.
  const told = new Set(unreadable.map(keyOf));
  const findings: Finding[] = [...unreadable, ...sealed.filter((one) => !told.has(keyOf(one)))];
  const built = existsSync(path.join(out, HOME));
  if (record !== undefined) {
    const captures = capturesOf(content);
    for (const rule of CONTENT_RULES) {
      findings.push(...(await rule({ folder: content, record, captures })));
    }
    if (built)
      for (const rule of SITE_RULES) findings.push(...rule({ folder: out, record, hasOwn }));
  }
  const advice = findings.filter((finding) => finding.advice);
  const problems = findings.filter((finding) => !finding.advice);
  if (advice.length > 0) console.log(`Advice\n\n${describeProblems(advice)}\n`);
  if (problems.length > 0) console.error(`Problems\n\n${describeProblems(problems)}\n`);
  const checked =
    record === undefined ? 'The content folder' : countWords(record.articles.length, 'article');
  const site = built && record !== undefined ? ' and the site built from them' : '';
  console.log(
    `${checked}${site} checked: ${countWords(problems.length, 'problem')}, ${countWords(advice.length, 'piece')} of advice.`,
  );
  return problems.length === 0 ? 0 : 1;
});

function keyOf({ file, line, what }: Finding): string {
  return JSON.stringify([file, line, what]);
}
