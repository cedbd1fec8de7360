import { defineConfig } from 'astro/config';
import { pressmark } from 'pressmark';

export default defineConfig({ integrations: [pressmark()] });
