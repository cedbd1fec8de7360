/** A PNG of at most 255 by 255 in the container that browsers ask for as /favicon.ico. */
export function icoOf(png: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const HEAD = 22;
  const bytes = new Uint8Array(HEAD + png.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(2, 1, true); // an icon
  view.setUint16(4, 1, true); // one picture
  bytes[6] = size;
  bytes[7] = size;
  view.setUint16(10, 1, true); // planes
  view.setUint16(12, 32, true); // bits a pixel
  view.setUint32(14, png.length, true);
  view.setUint32(18, HEAD, true);
  bytes.set(png, HEAD);
  return bytes;
}
