import type { Linker } from './article-view.ts';
import type { Settings } from './schema/settings.ts';

/** What every page knows: where it stands, how it links, and what archive it belongs to. */
export interface Frame {
  /** Address of the page from the root of the site. */
  readonly address: string;
  readonly to: Linker;
  readonly settings: Settings;
  /** The holdings in a sentence. */
  readonly summary: string;
  readonly hasDossiers: boolean;
}
