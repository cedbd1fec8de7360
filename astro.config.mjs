import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { browserBundle } from './src/integrations/browser-bundle.ts';
import { dossiers } from './src/integrations/dossiers.ts';
import { exportFiles } from './src/integrations/exports/integration.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { publish } from './src/integrations/publish/integration.ts';
import { searchIndex } from './src/integrations/search-index/integration.ts';
import { writePages } from './src/integrations/write-pages/integration.ts';
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
  // In this order: the site is swapped in when everything else stands in it.
  integrations: [
    mdx(),
    dossiers({ root, folders }),
    writePages(),
    browserBundle({ root }),
    searchIndex({ folders }),
    hostFiles({ folders }),
    exportFiles({ root, folders }),
    publish({ folders }),
  ],
});
