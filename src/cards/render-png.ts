import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let ready: Promise<void> | undefined;

/** Astro bundles this module into a file of the archive, where only Pressmark itself can be found. */
function wasmFile(): string {
  const own = createRequire(createRequire(import.meta.url).resolve('pressmark/package.json'));
  return own.resolve('@resvg/resvg-wasm/index_bg.wasm');
}

/** Turns a drawing without letters into a PNG; WebAssembly computes alike on every machine. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(readFileSync(wasmFile()));
  await ready;
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: width } });
  const picture = drawing.render();
  const bytes = new Uint8Array(picture.asPng());
  picture.free();
  drawing.free();
  return bytes;
}
