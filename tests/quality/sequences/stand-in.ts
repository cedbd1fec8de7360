import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { textsOf } from '../../../src/formats/files/site-file.ts';
import { recordLines } from '../../../src/integrations/exports/record-lines.ts';
import { captureBytesAddress } from '../../../src/model/address.ts';
import { DATA_RECORD } from '../../../src/model/export-address.ts';
import { currentLedger } from '../../../src/record/page-ledger.ts';
import type { ArchiveRecord } from '../../../src/record/types.ts';

/**
 * Writes a site that says what a site says and is made in milliseconds: a page an article, its capture, and the record.
 * It keeps pages as the real one does, so that caches, links and the swap are all real.
 */
export function writeStandIn(made: string, content: string, record: ArchiveRecord): void {
  const write = (address: string, key: string, text: () => string | Uint8Array) => {
    if (currentLedger()?.isKept(address, key)) return;
    const file = made + address;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text());
  };
  for (const article of record.articles) {
    const { id, digest, data } = article;
    write(`/articles/${id}.html`, digest, () =>
      [data.title, ...article.body.blocks.map(({ text }) => text)].join('\n'),
    );
    if (data.access === 'full') {
      write(captureBytesAddress(id), data.capture.sha256, () =>
        readFileSync(path.join(content, data.capture.file)),
      );
    }
  }
  for (const { id, digest, data } of record.withdrawn) {
    write(`/articles/${id}.html`, digest, () => `Withdrawn: ${data.withdrawn?.reason}`);
  }
  write('/index.html', record.digest, () =>
    record.articles.map(({ data }) => data.title).join('\n'),
  );
  const { pieces, key } = recordLines(content, record);
  write(DATA_RECORD, key(), () => [...textsOf(pieces)].join(''));
}
