/** Fetches a file of the index by its name. */
export type FetchFile = (name: string, version: string) => Promise<Uint8Array>;

/** The first file of an index, packed as it comes. Every other is asked for with the version it names. */
export async function fetchHead(folder: URL): Promise<ArrayBuffer> {
  const response = await fetch(new URL('head.bin', folder), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} for the search index`);
  return response.arrayBuffer();
}

/** Fetches from the folder of the index. */
export function fetchFrom(folder: URL): FetchFile {
  return async (name, version) => {
    const response = await fetch(new URL(`${name}.bin?v=${version}`, folder));
    if (!response.ok) throw new Error(`${response.status} for ${name}`);
    return unpack(await response.arrayBuffer());
  };
}

/** Unpacks gzip, in which all files are kept; hosts that unpack it on the way give it plain. */
export async function unpack(buffer: ArrayBuffer): Promise<Uint8Array> {
  const packed = new Uint8Array(buffer);
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
