import type { Problem } from '../model/problem.ts';
import type { CaptureLooks } from './capture-looks.ts';
import { readBytes } from './content-files.ts';
import { withSealedLineEnds } from './line-ends.ts';
import type { ReadArticle } from './read-articles.ts';

/** Every article has its capture, and the bytes are those that were received. */
export function checkCaptures(
  folder: string,
  files: ReadonlySet<string>,
  articles: readonly ReadArticle[],
  looks: CaptureLooks,
): Problem[] {
  // A capture that two articles had is still that of the one that was not withdrawn.
  const published = new Set(
    articles.flatMap(({ data }) => (data.access === 'withdrawn' ? [] : (data.capture?.file ?? []))),
  );
  return articles.flatMap(({ file: article, data, lineOf }) => {
    if (data.capture === undefined) return [];
    const { file, sha256: stated, publish, redacted } = data.capture;
    if (data.access === 'withdrawn') {
      return [file, ...(redacted ? [redacted.file] : [])]
        .filter((name) => files.has(name) && !published.has(name))
        .map((name) => stillThere(article, name, lineOf(['capture', 'file'])));
    }
    // An archive that was restored from a published site has no capture of what that withheld;
    // verify knows from the manifest whether one is missing here.
    if (!files.has(file) && data.access !== undefined && data.access !== 'full') return [];
    if (redacted !== undefined) {
      const line = lineOf(['capture', 'redacted', 'file']);
      const wrong = checkRedacted(redacted, files, looks, { file: article, line });
      if (wrong !== undefined) return [wrong];
    }
    const isWithheld = publish === 'hash' || (publish === 'redacted' && redacted !== undefined);
    if (!files.has(file) && isWithheld) return [];
    if (!files.has(file)) {
      return [
        {
          file: article,
          line: lineOf(['capture', 'file']),
          what: `The capture ${file} is missing.`,
          why: 'Without the bytes as received nobody can check a word of the article.',
          remedy: 'Put the file back from a copy of the archive, or correct “capture.file”.',
        },
      ];
    }
    const look = looks.look(file);
    if ('what' in look) return [look];
    const found = look.digest;
    if (found === stated) return [];
    if (differsInLineEnds(folder, file, stated)) {
      return [
        {
          file: article,
          line: lineOf(['capture', 'sha256']),
          what: `The capture ${file} is not byte for byte what was received: its line ends differ, and nothing else.`,
          why: 'A capture is evidence only as long as not one byte of it differs from what was received.',
          remedy:
            'Run “npm run repair”, which puts the line ends back and checks the hash. Git or an editor has changed them; the .gitattributes of the content folder keeps git from it.',
        },
      ];
    }
    return [
      {
        file: article,
        line: lineOf(['capture', 'sha256']),
        what: `The capture ${file} has changed: its SHA-256 is ${found}.`,
        why: 'A capture is evidence only as long as not one byte of it differs from what was received.',
        remedy: `Put the file back from a copy of the archive. If other bytes were meant to take its place, run “npm run seal -- ${file} --reason "…"”, which keeps the reason in the entry.`,
      },
    ];
  });
}

function stillThere(article: string, file: string, line: number): Problem {
  return {
    file: article,
    line,
    what: `The article is withdrawn, and its capture ${file} is still there.`,
    why: 'The capture holds every word that somebody decided to take down.',
    remedy: `Remove ${file}, then run “npm run seal -- ${file}”.`,
  };
}

function differsInLineEnds(folder: string, file: string, stated: string | undefined): boolean {
  const bytes = readBytes(folder, file);
  return (
    stated !== undefined && !('what' in bytes) && withSealedLineEnds(bytes, stated) !== undefined
  );
}

/** The copy that is published in the place of a capture is there, and is the one that was made. */
function checkRedacted(
  { file, sha256 }: { readonly file: string; readonly sha256: string },
  files: ReadonlySet<string>,
  looks: CaptureLooks,
  place: { readonly file: string; readonly line: number },
): Problem | undefined {
  const again = `Make it again with “npm run private -- ${place.file.slice(9, -4)} --redacted”, or put the file back from a copy of the archive.`;
  if (!files.has(file)) {
    return {
      ...place,
      what: `The redacted copy ${file} is missing.`,
      why: 'It is what readers are given in the place of the capture.',
      remedy: again,
    };
  }
  const look = looks.look(file);
  if ('what' in look) return look;
  if (look.digest === sha256) return undefined;
  return {
    ...place,
    what: `The redacted copy ${file} has changed: its SHA-256 is ${look.digest}.`,
    why: 'Readers check it against the hash that the entry states.',
    remedy: again,
  };
}
