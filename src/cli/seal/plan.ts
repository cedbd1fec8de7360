import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../../record/content-files.ts';
import { splitFrontMatter } from '../../record/front-matter.ts';
import { sha256 } from '../../record/hash.ts';
import { formatManifest, hashFile, MANIFEST_FILE, parseManifest } from '../../record/manifest.ts';
import { readYaml } from '../../record/yaml-mapping.ts';
import { rewriteFrontMatter } from './rewrite-front-matter.ts';

/** What sealing will write, worked out before anything is written. */
export interface SealPlan {
  /** Texts to write, by path in the content folder; the manifest comes last. */
  readonly writes: ReadonlyMap<string, string>;
  /** What happens, a line a file. */
  readonly report: readonly string[];
}

/**
 * Accepts the files as they are now: their hashes go into the manifest, and the hash of a capture
 * into the front matter of the articles made from it.
 *
 * @param files paths in the content folder; a file that is gone loses its line
 */
export function planSeal(folder: string, files: readonly string[]): SealPlan {
  const sealed = readManifest(folder);
  const writes = new Map<string, string>();
  const report: string[] = [];
  for (const capture of files.filter((file) => file.startsWith('captures/'))) {
    if (!existsSync(path.join(folder, capture))) continue;
    for (const [entry, text] of entriesOf(folder, capture, hashFile(folder, capture))) {
      writes.set(entry, text);
    }
  }
  const manifest = new Map(sealed);
  for (const file of new Set([...files, ...writes.keys()])) {
    const text = writes.get(file);
    const before = sealed.get(file);
    if (text === undefined && !existsSync(path.join(folder, file))) {
      manifest.delete(file);
      report.push(`${file}: taken out of the manifest; the file is gone`);
      continue;
    }
    const hash = text === undefined ? hashFile(folder, file) : sha256(text);
    manifest.set(file, hash);
    if (hash === before) report.push(`${file}: unchanged`);
    else report.push(`${file}: ${before === undefined ? 'new' : 'changed'}, sealed as ${hash}`);
  }
  writes.set(MANIFEST_FILE, formatManifest(manifest));
  return { writes, report };
}

/** Every file that `--all` means: those of the record and those that the manifest still names. */
export function allFiles(folder: string): string[] {
  const files = listFiles(folder).files.filter((file) => file !== MANIFEST_FILE);
  return [...new Set([...files, ...readManifest(folder).keys()])].sort();
}

function readManifest(folder: string): ReadonlyMap<string, string> {
  const file = path.join(folder, MANIFEST_FILE);
  return existsSync(file) ? parseManifest(readFileSync(file, 'utf8')).manifest : new Map();
}

/** The entries made from a capture whose stated hash is another, with the hash as it is now. */
function entriesOf(folder: string, capture: string, hash: string): [string, string][] {
  return listFiles(folder)
    .files.filter((file) => file.startsWith('articles/') && file.endsWith('.mdx'))
    .flatMap((file): [string, string][] => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const stated = statedHash(splitFrontMatter(text)?.yaml ?? '', capture);
      if (stated === undefined || stated.hash === hash) return [];
      const edited = (yaml: string) => replaceFrom(yaml, stated.line, stated.hash, hash);
      return [[file, rewriteFrontMatter(text, edited)]];
    });
}

/** The hash that front matter states for a capture, with its line in the front matter, from 1. */
function statedHash(yaml: string, capture: string): { hash: string; line: number } | undefined {
  const { mapping } = readYaml(yaml, { file: '' });
  const { capture: stated } = (mapping?.data ?? {}) as { capture?: Record<string, unknown> };
  if (mapping === undefined || stated?.['file'] !== capture) return undefined;
  const hash = stated['sha256'];
  if (typeof hash !== 'string' || hash === '') return undefined;
  return { hash, line: mapping.lineOf(['capture', 'sha256']) };
}

/** Replaces the first `old` from a line on, the lines counted from 1. */
function replaceFrom(text: string, line: number, old: string, by: string): string {
  const start = text.split('\n', line - 1).join('\n').length;
  const at = text.indexOf(old, start);
  return at === -1 ? text : text.slice(0, at) + by + text.slice(at + old.length);
}
