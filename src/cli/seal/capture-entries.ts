import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withDecision } from '../../record/capture-decision.ts';
import { listFiles } from '../../record/content-files.ts';
import { splitFrontMatter } from '../../record/front-matter.ts';
import { readYaml } from '../../record/yaml-mapping.ts';

/** An entry that names a capture. */
export interface CaptureEntry {
  readonly file: string;
  /** The hash that it states. */
  readonly hash: string;
  readonly isWithdrawn: boolean;
}

/** The entries made from each capture, by its path: every entry is read once, however many captures are asked for. */
export function entriesByCapture(folder: string): ReadonlyMap<string, CaptureEntry[]> {
  const entries = new Map<string, CaptureEntry[]>();
  for (const file of listFiles(folder).files) {
    if (!file.startsWith('articles/') || !file.endsWith('.mdx')) continue;
    const text = readFileSync(path.join(folder, file), 'utf8');
    const { mapping } = readYaml(splitFrontMatter(text)?.yaml ?? '', { file: '' });
    const { capture, access } = (mapping?.data ?? {}) as {
      capture?: Record<string, unknown>;
      access?: unknown;
    };
    const [named, hash] = [capture?.['file'], capture?.['sha256']];
    if (typeof named !== 'string' || typeof hash !== 'string' || hash === '') continue;
    const known = entries.get(named) ?? [];
    known.push({ file, hash, isWithdrawn: access === 'withdrawn' });
    entries.set(named, known);
  }
  return entries;
}

/**
 * Front matter in which the hash stated for the capture is another. What was decided of how the old bytes are published
 * goes: it was decided of those.
 */
export function withCaptureHash(yaml: string, old: string, hash: string): string {
  const { mapping } = readYaml(yaml, { file: '' });
  const line = mapping?.lineOf(['capture', 'sha256']) ?? 1;
  const start = yaml.split('\n', line - 1).join('\n').length;
  const at = yaml.indexOf(old, start);
  if (at === -1) return yaml;
  const changed = yaml.slice(0, at) + hash + yaml.slice(at + old.length);
  const { capture } = (mapping?.data ?? {}) as { capture?: Record<string, unknown> };
  const isDecided = capture?.['publish'] !== undefined || capture?.['redacted'] !== undefined;
  return isDecided
    ? withDecision(changed, { publish: undefined, redacted: undefined }).trimEnd()
    : changed;
}
