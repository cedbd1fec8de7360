import { favicon } from '../archive/cards.ts';
import { changedPages } from '../archive/changed-pages.ts';
import { FAVICON } from '../model/address.ts';
import tokens from '../styles/tokens.css?raw';

/** It shows nothing of the archive, and is made once for each state of the code. */
export function getStaticPaths() {
  return changedPages([{ address: FAVICON, shows: 'mark' }]).map(({ address }) => ({
    params: { icon: address.slice(1, -'.ico'.length) },
  }));
}

export const GET = async () =>
  new Response(await favicon(tokens), { headers: { 'Content-Type': 'image/x-icon' } });
