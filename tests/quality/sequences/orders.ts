import type { Folders } from '../../../src/record/folders.ts';

/** What a worker is asked to do with an archive; the site is one that no template of Astro's made. */
export type Order = {
  /** Folders of the archive; the cache among them. */
  readonly folders: Folders;
} & (
  | { readonly kind: 'add'; readonly file: string; readonly again?: string }
  | { readonly kind: 'seal'; readonly files?: readonly string[]; readonly reason?: string }
  | { readonly kind: 'withdraw'; readonly id: string; readonly reason: string }
  | { readonly kind: 'finish' }
  | { readonly kind: 'repair' }
  | { readonly kind: 'build'; readonly cold?: boolean }
  | { readonly kind: 'begin build' }
  | { readonly kind: 'end build' }
  | { readonly kind: 'restore'; readonly site: string; readonly to: string }
  | { readonly kind: 'check' }
);

/** How it went. */
export type Outcome =
  | { readonly ok: true; readonly said: string }
  | {
      readonly ok: false;
      /** Name of the class of what was thrown. */
      readonly error: string;
      readonly said: string;
      readonly stack?: string | undefined;
    };
