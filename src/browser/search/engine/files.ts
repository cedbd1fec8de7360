/** Fetches a file of the index by its name. */
export type FetchFile = (name: string, version: string | undefined) => Promise<Uint8Array>;

/** Fetches from the folder of the index; its files are packed with gzip whatever the host does. */
export function fetchFrom(folder: URL): FetchFile {
  return async (name, version) => {
    const url = new URL(`${name}.bin`, folder);
    if (version !== undefined) url.search = `v=${version}`;
    // The head names the version of all others, so it alone is asked for anew.
    const response = await fetch(url, { cache: version === undefined ? 'no-cache' : 'default' });
    if (!response.ok || response.body === null) throw new Error(`${response.status} for ${name}`);
    return unpack(response.body);
  };
}

/** Unpacks gzip; hosts that unpack it themselves on the way give it plain. */
async function unpack(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> {
  const packed = new Uint8Array(await new Response(body).arrayBuffer());
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return packed;
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
