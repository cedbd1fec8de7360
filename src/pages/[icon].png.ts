import { touchIcon } from '../archive/cards.ts';
import { changedPages } from '../archive/changed-pages.ts';
import { TOUCH_ICON } from '../model/address.ts';
import tokens from '../styles/tokens.css?raw';

/** It shows nothing of the archive, and is made once for each state of the code. */
export function getStaticPaths() {
  return changedPages([{ address: TOUCH_ICON, shows: 'mark' }]).map(({ address }) => ({
    params: { icon: address.slice(1, -'.png'.length) },
  }));
}

export const GET = async () =>
  new Response(await touchIcon(tokens), { headers: { 'Content-Type': 'image/png' } });
