import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { Problem } from '../model/problem.ts';

/** A YAML mapping read as plain data, with the lines that its parts stand on. */
export interface YamlMapping {
  readonly data: unknown;
  /** Line of a value, or of a key when `key` is asked for; of the nearest known ancestor otherwise. */
  readonly lineOf: (path: readonly PropertyKey[], part?: 'value' | 'key') => number;
}

/**
 * Reads a YAML mapping in which every scalar is text, as YAML's failsafe schema has it: `NO`, `2009`
 * and `1e5` stay what was written. Aliases are refused (a few lines of them can fill the memory).
 *
 * @param linesAbove lines that stand above `source` in its file
 */
export function readYaml(
  source: string,
  { file, linesAbove = 0 }: { file: string; linesAbove?: number },
): { mapping?: YamlMapping; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    version: '1.2',
    strict: true,
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const lineAt = (offset: number): number => lines.linePos(offset).line + linesAbove;
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((e) => syntaxProblem(e.message, file, lineAt(e.pos[0]))),
    };
  }
  if (!isMap(document.contents)) {
    return { problems: [notAMapping(file, linesAbove + 1)] };
  }
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { problems: [aliasProblem(file, linesAbove + 1)] };
  }
  const lineOf: YamlMapping['lineOf'] = (path, part = 'value') => {
    for (let length = path.length; length > 0; length--) {
      const steps = path.slice(0, length);
      const node = part === 'key' ? keyNode(document.contents, steps) : document.getIn(steps, true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return linesAbove + 1;
  };
  return { mapping: { data, lineOf }, problems: [] };
}

function keyNode(contents: Node | null, path: readonly PropertyKey[]): unknown {
  let node: unknown = contents;
  for (const [index, step] of path.entries()) {
    if (!isMap(node)) return undefined;
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
    if (index === path.length - 1) return pair?.key;
    node = pair?.value;
  }
  return undefined;
}

function syntaxProblem(message: string, file: string, line: number): Problem {
  const twice = message.startsWith('Map keys must be unique');
  return {
    file,
    line,
    what: twice ? 'A field is given twice.' : `The YAML cannot be read: ${message}`,
    why: twice
      ? 'One of the two values would be lost, and which one is chance.'
      : 'Nothing below this line can be trusted.',
    remedy: twice
      ? 'Keep one of the two.'
      : 'Mend the line; put text that holds ": ", " #", a quotation mark or a leading sign into quotation marks.',
  };
}

function notAMapping(file: string, line: number): Problem {
  return {
    file,
    line,
    what: 'There is no list of fields here.',
    why: 'Without fields such as a title or a name there is nothing to publish.',
    remedy: 'Write one field a line, as in “name: Belarus”.',
  };
}

function aliasProblem(file: string, line: number): Problem {
  return {
    file,
    line,
    what: 'The YAML uses an alias (*name).',
    why: 'A few lines of aliases can unfold into more data than any machine holds.',
    remedy: 'Write the value out at each place.',
  };
}
