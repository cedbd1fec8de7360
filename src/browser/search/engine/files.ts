/** Fetches a file of the index by its name, and unpacks it. */
export type FetchFile = (name: string, version: string) => Promise<Uint8Array>;

/** The files that are asked for before it is known which version there is, and which say so themselves. */
export type FirstFile = 'head' | 'columns';

/** One of the first files of an index, packed as it comes. Every other is asked for with its version. */
export async function fetchFirst(folder: URL, name: FirstFile): Promise<ArrayBuffer> {
  return fetchPacked(new URL(`${name}.bin`, folder), 'no-cache');
}

/** A file of a version, packed as it comes. */
export async function fetchVersion(
  folder: URL,
  name: string,
  version: string,
): Promise<ArrayBuffer> {
  return fetchPacked(new URL(`${name}.bin?v=${version}`, folder), 'default');
}

/** Fetches from the folder of the index. */
export function fetchFrom(folder: URL): FetchFile {
  return async (name, version) => unpack(await fetchVersion(folder, name, version));
}

async function fetchPacked(address: URL, cache: RequestCache): Promise<ArrayBuffer> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} for ${address.pathname}`);
  return response.arrayBuffer();
}

/** Unpacks gzip, in which all files are kept; hosts that unpack it on the way give it plain. */
export async function unpack(buffer: ArrayBuffer): Promise<Uint8Array> {
  const packed = new Uint8Array(buffer);
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
