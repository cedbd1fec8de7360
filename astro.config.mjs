import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { pressmark } from './src/integrations/pressmark.ts';

export default defineConfig({
  output: 'static',
  trailingSlash: 'ignore',
  // 'jsx', the default, drops the white space between inline elements on lines of their own.
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [mdx(), pressmark(import.meta.dirname)],
});
