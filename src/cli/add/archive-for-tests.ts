import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { formatManifest, MANIFEST_FILE, parseManifest } from '../../record/manifest.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../../content');

/** Folders of articles, and of what speaks of articles. */
const WITH_TEXTS = ['articles', 'captures', 'dossiers'];

/** A copy of the shipped archive's records without its articles and captures, gone when the test ends. */
export function archiveWithoutArticles(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pressmark-add-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of readdirSync(CONTENT)) {
    if (!WITH_TEXTS.includes(name)) {
      cpSync(path.join(CONTENT, name), path.join(folder, name), { recursive: true });
    }
  }
  const { manifest } = parseManifest(readFileSync(path.join(CONTENT, MANIFEST_FILE), 'utf8'));
  const kept = [...manifest].filter(([file]) => !WITH_TEXTS.includes(file.split('/', 1)[0] ?? ''));
  writeFileSync(path.join(folder, MANIFEST_FILE), formatManifest(new Map(kept)));
  return folder;
}

/** The content folder that ships. */
export const SHIPPED = CONTENT;
