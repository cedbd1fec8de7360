import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { ownIntegrations } from './src/integrations/own.ts';
import { foldersOf } from './src/record/folders.ts';

const root = import.meta.dirname;
const folders = foldersOf(process.env, root);

export default defineConfig({
  output: 'static',
  outDir: folders.out,
  cacheDir: folders.cache,
  // Every address is the name of a real file, so that any host can serve it without a rule.
  build: { format: 'file', assets: 'assets' },
  trailingSlash: 'ignore',
  // 'jsx', the default, drops the white space between inline elements on lines of their own.
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [mdx(), ...ownIntegrations(root, folders)],
});
