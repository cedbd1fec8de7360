import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { traceCapture } from '../../../model/trace-capture.ts';
import type { ContentRule } from '../finding.ts';

/** Every word of an article stands in its capture, in order. */
export const tracedRule: ContentRule = ({ folder, record }) =>
  record.articles
    .filter(({ data }) => /\.(?:txt|md)$/.test(data.capture.file))
    .filter(({ data }) => existsSync(path.join(folder, data.capture.file)))
    .flatMap(({ file, data, body }) => {
      const capture = readFileSync(path.join(folder, data.capture.file), 'utf8');
      const passages = body.blocks.map(({ text }) => text);
      const title = data.supplied.title === undefined ? [data.title] : [];
      return traceCapture(capture, [...title, ...passages]).missing.map((passage) => ({
        file,
        what: `This passage does not stand in ${data.capture.file} where it should: “${shorten(passage)}”.`,
        why: 'An article must be word for word what was captured, or it proves nothing.',
        remedy:
          'Correct the passage from the capture; if it was added or moved, take it out or put it back.',
      }));
    });

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
