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
  // A watch on every file of caches and of a built site soon reaches the system's limit, and then edits go unseen.
  vite: { server: { watch: { ignored: ['**/.pressmark/**', `${folders.out}/**`] } } },
  integrations: [mdx(), ...ownIntegrations(root, folders)],
});
