import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  visit,
  YAMLParseError,
} from 'yaml';
import type { Problem } from '../model/problem.ts';
import { readPlainYaml } from './plain-yaml.ts';
import {
  ALIAS,
  commentFault,
  NESTED,
  NOT_A_MAPPING,
  PROTOTYPE,
  propertyFault,
  syntaxFault,
  type YamlFault,
} from './yaml-problems.ts';

/** A YAML mapping read as plain data, with the lines that its parts stand on. */
export interface YamlMapping {
  readonly data: unknown;
  /** Line of a value, or of a key when `key` is asked for; of the nearest known ancestor otherwise. */
  readonly lineOf: (path: readonly PropertyKey[], part?: 'value' | 'key') => number;
}

/**
 * Reads a YAML mapping in which every scalar is text, as YAML's failsafe schema has it: `NO`, `2009`
 * and `1e5` stay what was written. What YAML would take out of a text (tags, anchors, comments after
 * an unquoted value) is refused, and so are aliases: a few lines of them can fill the memory.
 *
 * @param linesAbove lines that stand above `source` in its file
 * @param isWhole have even what is written plainly read by the parser of all of YAML
 */
export function readYaml(
  source: string,
  {
    file,
    linesAbove = 0,
    isWhole = false,
  }: { file: string; linesAbove?: number; isWhole?: boolean },
): { mapping?: YamlMapping; problems: Problem[] } {
  const data = isWhole ? undefined : readPlainYaml(source);
  if (data !== undefined) {
    // Only a problem asks for lines, and then the source is worth reading again.
    let whole: YamlMapping | undefined;
    const lineOf: YamlMapping['lineOf'] = (path, part) => {
      whole ??= readYaml(source, { file, linesAbove, isWhole: true }).mapping;
      return whole?.lineOf(path, part) ?? linesAbove + 1;
    };
    return { mapping: { data, lineOf }, problems: [] };
  }
  try {
    return readMapping(source, { file, linesAbove });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The library calls itself once for each level.
    return { problems: [{ file, line: linesAbove + 1, ...NESTED }] };
  }
}

function readMapping(
  source: string,
  { file, linesAbove }: { file: string; linesAbove: number },
): { mapping?: YamlMapping; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    schema: 'failsafe',
    version: '1.2',
    strict: true,
    // The library compares each key with all before it; see `repeatedKeys`.
    uniqueKeys: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const lineAt = (offset: number): number => lines.linePos(offset).line + linesAbove;
  const broken = [...errorsOf(document, source), ...repeatedKeys(document, source)];
  const faults = broken.length > 0 ? broken : lossesOf(document, source);
  if (faults.length === 0 && !isMap(document.contents)) faults.push([0, NOT_A_MAPPING]);
  if (faults.length > 0) {
    // One slip of the pen often makes several errors on its line; the first says what it is.
    const byLine = new Map<number, YamlFault>();
    for (const [offset, fault] of faults) {
      const line = lineAt(offset);
      if (!byLine.has(line)) byLine.set(line, fault);
    }
    return { problems: [...byLine].map(([line, fault]) => ({ file, line, ...fault })) };
  }
  let nodes: Nodes | undefined;
  const lineOf: YamlMapping['lineOf'] = (path, part = 'value') => {
    nodes ??= nodesOf(document);
    for (let length = path.length; length > 0; length--) {
      const node = nodes.get(JSON.stringify(path.slice(0, length).map(String)))?.[part];
      if (node?.range) return lineAt(node.range[0]);
    }
    return linesAbove + 1;
  };
  return { mapping: { data: document.toJS(), lineOf }, problems: [] };
}

type Fault = [offset: number, fault: YamlFault];

function errorsOf(document: Document.Parsed, source: string): Fault[] {
  return document.errors.map((error) => {
    // A quotation mark that is not closed is noticed at the next one, or at the end.
    const isQuote = /closing|node end/.test(error.message);
    const opened = isQuote ? quotedAcrossLines(document, source, error.pos[0]) : undefined;
    return opened === undefined
      ? [error.pos[0], syntaxFault(error, source)]
      : [opened, syntaxFault({ ...error, message: 'Missing closing "quote' }, source)];
  });
}

/** Where a quoted text begins that runs over a line's end and stops at an offset. */
function quotedAcrossLines(
  document: Document.Parsed,
  source: string,
  offset: number,
): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_key, { type, range }) {
      const isQuoted = type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE;
      if (!isQuoted || !range || range[0] >= offset) return;
      if (/\n/.test(source.slice(range[0], range[1]))) found = range[0];
    },
  });
  return found;
}

/** What YAML would drop from the values without a word. */
function lossesOf(document: Document.Parsed, source: string): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Pair(_key, { key }) {
      // JavaScript reads a field of this name as something else, and drops it from copies.
      if (!isScalar(key) || key.value !== '__proto__') return;
      faults.push([key.range?.[0] ?? 0, PROTOTYPE]);
    },
    Node(_key, node) {
      const at = node.range?.[0] ?? 0;
      if (isAlias(node)) faults.push([at, ALIAS]);
      else if (node.tag !== undefined) faults.push([at, propertyFault('!')]);
      else if (node.anchor !== undefined) faults.push([at, propertyFault('&')]);
      if (!isScalar(node) || node.type !== Scalar.PLAIN || !node.range) return;
      const comment = /^[ \t]+(#.*)/.exec(source.slice(node.range[1]))?.[1];
      if (comment !== undefined) faults.push([node.range[1], commentFault(comment.trimEnd())]);
    },
  });
  return faults;
}

/** Keys that a mapping has twice. */
function repeatedKeys(document: Document.Parsed, source: string): Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const at = key.range?.[0] ?? 0;
        if (seen.has(key.value)) {
          faults.push([
            at,
            syntaxFault(
              new YAMLParseError([at, at + 1], 'DUPLICATE_KEY', 'Map keys must be unique'),
              source,
            ),
          ]);
        } else seen.add(key.value);
      }
    },
  });
  return faults;
}

/** The node of each path, and the node of the key that it ends in; the entry itself where that is one of a list. */
type Nodes = ReadonlyMap<
  string,
  { readonly value: Node | undefined; readonly key: Node | undefined }
>;

function nodesOf(document: Document.Parsed): Nodes {
  const nodes = new Map<string, { value: Node | undefined; key: Node | undefined }>();
  const node = (found: unknown) => (isNode(found) ? found : undefined);
  const walk = (found: unknown, path: readonly string[]): void => {
    if (isMap(found)) {
      for (const { key, value } of found.items) {
        const below = [...path, isScalar(key) ? String(key.value) : ''];
        nodes.set(JSON.stringify(below), { value: node(value), key: node(key) });
        walk(value, below);
      }
    } else if (isSeq(found)) {
      for (const [index, item] of found.items.entries()) {
        const below = [...path, String(index)];
        nodes.set(JSON.stringify(below), { value: node(item), key: node(item) });
        walk(item, below);
      }
    }
  };
  walk(document.contents, []);
  return nodes;
}
