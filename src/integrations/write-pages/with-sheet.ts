import { ofProcess } from '../../record/of-process.ts';

const PLACE = '<style></style>';
const BEFORE = '<style>'.length;

let bytes: Uint8Array | undefined;

/**
 * A page with the sheet of the site in the place that it leaves for it (`styles/sheet.ts`).
 *
 * @returns the bytes of the page in pieces; whoever writes them has no need to join them
 */
export function withSheet(page: Uint8Array): readonly Uint8Array[] {
  const at = Buffer.from(page.buffer, page.byteOffset, page.length).indexOf(PLACE);
  if (at < 0) return [page];
  bytes ??= Buffer.from(ofProcess<string>('sheet').get() ?? '');
  return [page.subarray(0, at + BEFORE), bytes, page.subarray(at + BEFORE)];
}
