import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findPrivate, type PrivateSummary, summarise } from '../../../private/find.ts';
import { CaptureLooks } from '../../../record/capture-looks.ts';
import type { ArticleEntry } from '../../../record/types.ts';
import { findWords } from '../../private/words.ts';
import type { ArticleRule, Finding } from '../finding.ts';
import { lineOfField } from '../place.ts';

const WHY =
  'Whoever has it may be taken for the person who captured the page, or learn who that is; nobody has decided to publish it.';

/** Nothing private is in a capture or an entry of which nobody has decided how it is published. */
export const privateRule: ArticleRule = async (article, { folder }) => {
  const { data } = article;
  const looks = new CaptureLooks(folder, undefined, 'finds');
  const findsIn = (file: string): readonly PrivateSummary[] => {
    if (!existsSync(path.join(folder, file))) return [];
    const look = looks.look(file);
    return 'what' in look ? [] : look.finds;
  };
  const { publish } = data.capture;
  return [
    ...(publish === undefined && data.access === 'full'
      ? undecided(article, folder, findsIn(data.capture.file))
      : []),
    ...(publish === 'redacted' ? badCopy(article, folder, findsIn) : []),
    ...(publish === 'whole' ? [] : inEntry(article, folder)),
  ];
};

function undecided(
  { id, file, data }: ArticleEntry,
  folder: string,
  finds: readonly PrivateSummary[],
): Finding[] {
  if (finds.length === 0) return [];
  return [
    {
      file,
      line: lineOfField(folder, file, ['capture', 'file']),
      what: `The capture ${data.capture.file} holds what is private, and nothing says how it is published. ${finds.map(findWords).join('. ')}.`,
      why: `${WHY} Until then the site has the hash of this capture alone.`,
      remedy: `Run “npm run private -- ${id} --redacted” to publish a copy without it, “--hash” for the hash alone or “--whole” for all of it.`,
    },
  ];
}

function badCopy(
  { id, file, data }: ArticleEntry,
  folder: string,
  findsIn: (file: string) => readonly PrivateSummary[],
): Finding[] {
  const { redacted } = data.capture;
  const finds = redacted === undefined ? [] : findsIn(redacted.file);
  if (redacted !== undefined && finds.length === 0) return [];
  return [
    {
      file,
      line: lineOfField(folder, file, ['capture', 'publish']),
      what:
        redacted === undefined
          ? 'The capture is to be published as a redacted copy, and there is none.'
          : `The redacted copy ${redacted.file} still holds what is private. ${finds.map(findWords).join('. ')}.`,
      why: 'Readers are given its hash alone until there is a copy without what is private.',
      remedy: `Run “npm run private -- ${id} --redacted”.`,
    },
  ];
}

/** An entry is text of the archive's own; what its capture had of somebody does not belong there. */
function inEntry({ file }: ArticleEntry, folder: string): Finding[] {
  const finds = summarise(findPrivate(readFileSync(path.join(folder, file))));
  return finds.map((find) => ({
    file,
    line: find.line,
    what: `This line of the entry holds what is private. ${findWords({ ...find, where: 'the entry' })}.`,
    why: `${WHY} The site has “withheld” in its place.`,
    remedy: `Take it out, then run “npm run seal -- ${file}”. If it is for everyone to read, set “capture.publish” to “whole”.`,
  }));
}
