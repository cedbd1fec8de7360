import path from 'node:path';
import { build, type Plugin } from 'vite';
import { SCRIPT } from '../model/address.ts';
import { noticeOf } from '../model/attribution.ts';

/** Modules that can't work from a disk, and what stands in their place. */
const REPLACED: Readonly<Record<string, string>> = {
  'src/browser/search/client.ts': 'src/browser/offline/client.ts',
  'src/browser/cite/write-citations.ts': 'src/browser/offline/write-citations.ts',
};

/**
 * Bundles the scripts of the offline edition as classic ones: no browser loads a module from a disk.
 *
 * @param root folder of this project
 * @param packs how many scripts the citations are spread over
 * @returns their text by address from the root of the site
 */
export async function bundleScripts(root: string, packs: number): Promise<Map<string, string>> {
  const main = await bundle(root, 'src/browser/offline/start.ts', {
    name: 'pressmark',
    define: { PACKS: String(packs) },
    plugins: [replacing(root)],
  });
  const styles = await bundle(root, 'src/browser/cite/write-citations.ts', {
    name: 'pressmarkCitations',
  });
  return new Map([
    [SCRIPT, main],
    ['/assets/write-citations.js', styles],
  ]);
}

function replacing(root: string): Plugin {
  return {
    name: 'pressmark:offline',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const name = found && path.relative(root, found.id).split(path.sep).join('/');
      const place = name ? REPLACED[name] : undefined;
      return place === undefined ? found : path.join(root, place);
    },
  };
}

async function bundle(
  root: string,
  entry: string,
  { name, define = {}, plugins = [] }: { name: string; define?: object; plugins?: Plugin[] },
): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define,
    plugins,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      lib: { entry: path.join(root, entry), formats: ['iife'], name },
      rolldownOptions: {
        output: {
          codeSplitting: false,
          minify: true,
          postBanner: ({ moduleIds }) => noticeOf(moduleIds),
        },
      },
    },
  });
  const [output] = [made].flat();
  if (output === undefined || !('output' in output)) throw new Error('Vite made no bundle.');
  const [chunk, ...others] = output.output;
  if (others.length > 0) throw new Error(`${entry} did not become one script.`);
  return chunk.code;
}
