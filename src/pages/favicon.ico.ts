import { favicon } from '../archive/cards.ts';

export const GET = async () =>
  new Response(await favicon(), { headers: { 'Content-Type': 'image/x-icon' } });
