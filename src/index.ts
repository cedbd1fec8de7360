/** The integration of Astro: `integrations: [pressmark()]` in `astro.config.mjs`. */
export type { PressmarkOptions } from './integrations/options.ts';
export { pressmark, pressmark as default } from './integrations/pressmark.ts';
