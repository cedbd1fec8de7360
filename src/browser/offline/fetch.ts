import { type PackedFiles, packOf, RECEIVER } from '../../model/offline.ts';
import { loadScript, ROOT } from './load-script.ts';

declare const PACKS: number;

const files = new Map<string, PackedFiles[string]>();
const loading = new Map<string, Promise<void>>();

/** Gives pages what they fetch out of scripts, because a browser fetches nothing from a disk. */
export function fetchFromScripts(): void {
  Object.assign(globalThis, {
    [RECEIVER](packed: PackedFiles) {
      for (const [address, content] of Object.entries(packed)) files.set(address, content);
    },
    fetch: fetchFile,
  });
}

async function fetchFile(asked: string | URL | Request): Promise<Response> {
  const { href } = new URL(asked instanceof Request ? asked.url : asked, document.baseURI);
  const address = `/${href.slice(ROOT.href.length).replace(/[?#].*/s, '')}`;
  const script = href.startsWith(ROOT.href) ? packOf(address, PACKS) : undefined;
  if (script === undefined) throw new TypeError(`${href} is not of this edition.`);
  let loaded = loading.get(script);
  if (loaded === undefined) {
    loaded = loadScript(script);
    loading.set(script, loaded);
    loaded.catch(() => loading.delete(script));
  }
  await loaded;
  const content = files.get(address);
  if (content === undefined) return new Response(null, { status: 404 });
  return new Response(typeof content === 'string' ? content : bytesOf(content.base64));
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
