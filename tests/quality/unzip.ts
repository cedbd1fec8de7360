import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromBuffer } from 'yauzl';

/** Unpacks a ZIP into a folder. @returns names of its files in their order */
export function unzip(zip: Buffer, folder: string): Promise<string[]> {
  const names: string[] = [];
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, opened) => {
      if (error) return reject(error);
      opened.on('error', reject);
      opened.on('end', () => resolve(names));
      opened.on('entry', (entry) => {
        opened.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          const file = path.join(folder, entry.fileName);
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, Buffer.concat(await stream.toArray()));
          names.push(entry.fileName);
          opened.readEntry();
        });
      });
      opened.readEntry();
    });
  });
}
