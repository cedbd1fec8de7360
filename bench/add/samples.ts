import { createHash } from 'node:crypto';
import type { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';

/** A page whose article is known. */
export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Words of the article; undefined where only a part of them is given. */
  readonly body?: string;
  /** Day of publication. */
  readonly date?: string;
  readonly heldOut: boolean;
}

interface Disk {
  readonly readdirSync: typeof readdirSync;
  readonly readFileSync: typeof readFileSync;
  readonly existsSync: typeof existsSync;
}

/** The pages of a folder, in either layout. */
export function samplesOf(folder: string, disk: Disk): Sample[] {
  return disk.readdirSync(folder).flatMap((name) => {
    const inFolder = path.join(folder, name, 'source.html');
    if (disk.existsSync(inFolder)) return [readabilitySample(path.join(folder, name), name, disk)];
    return name.endsWith('.html') ? [unfluffSample(path.join(folder, name), disk)] : [];
  });
}

function readabilitySample(folder: string, name: string, disk: Disk): Sample {
  const plain = path.join(folder, 'expected.txt');
  const expected = disk.existsSync(plain)
    ? undefined
    : disk.readFileSync(path.join(folder, 'expected.html'), 'utf8');
  const facts = path.join(folder, 'expected-metadata.json');
  const published = disk.existsSync(facts)
    ? (JSON.parse(disk.readFileSync(facts, 'utf8')) as { publishedTime?: string }).publishedTime
    : undefined;
  const body =
    expected === undefined
      ? disk.readFileSync(plain, 'utf8')
      : (parseHTML(`<html><body>${expected}</body></html>`).document.body.textContent ?? '');
  const day = /^\d{4}-\d\d-\d\d/.exec(published ?? '')?.[0];
  return {
    name,
    bytes: disk.readFileSync(path.join(folder, 'source.html')),
    body,
    ...(day !== undefined && { date: day }),
    heldOut: isHeldOut(name),
  };
}

/** Its expectations often hold the first words alone; such a text says nothing of the whole. */
const WHOLE = 800;

function unfluffSample(file: string, disk: Disk): Sample {
  const name = path.basename(file, '.html');
  const facts = file.replace(/\.html$/, '.json');
  const expected = disk.existsSync(facts)
    ? (JSON.parse(disk.readFileSync(facts, 'utf8')) as { expected?: { cleaned_text?: string } })
        .expected
    : undefined;
  const body = expected?.cleaned_text ?? '';
  return {
    name,
    bytes: disk.readFileSync(file),
    ...(body.length >= WHOLE && { body }),
    heldOut: isHeldOut(name),
  };
}

function isHeldOut(name: string): boolean {
  return (createHash('sha256').update(name).digest()[0] ?? 0) % 2 === 0;
}
