import type { Folders } from '../../../src/record/folders.ts';

/** What a worker is asked to do with an archive; the site is one that no template of Astro's made. */
export type Task =
  | { readonly kind: 'add'; readonly file: string; readonly again?: string | undefined }
  | {
      readonly kind: 'seal';
      readonly files?: readonly string[] | undefined;
      readonly reason?: string | undefined;
    }
  | { readonly kind: 'withdraw'; readonly id: string; readonly reason: string }
  | { readonly kind: 'finish' }
  | { readonly kind: 'repair' }
  | { readonly kind: 'build'; readonly cold?: boolean }
  | { readonly kind: 'begin build' }
  | { readonly kind: 'end build' }
  | { readonly kind: 'restore'; readonly site: string; readonly to: string }
  | { readonly kind: 'check' };

/** The same, with the folders of the archive; the cache among them. */
export type Order = Task & { readonly folders: Folders };

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
