import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { pressmark } from './src/integrations/pressmark.ts';

export default defineConfig({
  devToolbar: { enabled: false },
  integrations: [mdx(), pressmark()],
});
