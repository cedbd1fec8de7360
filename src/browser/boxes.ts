import { adoptStyles } from './cite/styles.ts';

/** Loads what a box of a page needs when it is opened: `details` that cite, or that verify a capture. */
export async function openBox(box: HTMLElement): Promise<void> {
  adoptStyles();
  if (box.dataset['verify']) {
    const { openVerify } = await import('./verify/verify-box.ts');
    openVerify(box);
  } else {
    const { openCite } = await import('./cite/cite-box.ts');
    openCite(box);
  }
}
