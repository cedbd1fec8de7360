import { readFileSync } from 'node:fs';
import path from 'node:path';
import { plainWords } from '../../model/shingles.ts';
import { splitFrontMatter } from '../../record/front-matter.ts';
import { readYaml } from '../../record/yaml-mapping.ts';

/** Line of a field of an entry, from 1. */
export function lineOfField(folder: string, file: string, field: readonly PropertyKey[]): number {
  const parts = splitFrontMatter(readFileSync(path.join(folder, file), 'utf8'));
  const { mapping } = readYaml(parts?.yaml ?? '', { file, linesAbove: 1 });
  return mapping?.lineOf(field) ?? 1;
}

/** Words by which the line of a passage is known. */
const ENOUGH = 6;

/** Line on which a passage of an entry begins; that of the body where it can't be told. */
export function lineOfPassage(folder: string, file: string, passage: string): number {
  const text = readFileSync(path.join(folder, file), 'utf8');
  const above = splitFrontMatter(text)?.linesAboveBody ?? 0;
  const wanted = plainWords(passage).slice(0, ENOUGH).join(' ');
  const lines = text.split('\n').slice(above);
  const at = lines.findIndex(
    (line, index) =>
      /[\p{L}\p{N}]/u.test(line) &&
      plainWords(`${line} ${lines[index + 1] ?? ''}`)
        .join(' ')
        .startsWith(wanted),
  );
  const anywhere =
    at === -1 ? lines.findIndex((line) => plainWords(line).join(' ').includes(wanted)) : at;
  return above + Math.max(anywhere, 0) + 1;
}

/** The beginning of a passage, for a message. */
export function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
