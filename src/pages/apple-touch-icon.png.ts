import { touchIcon } from '../archive/cards.ts';

export const GET = async () =>
  new Response(await touchIcon(), { headers: { 'Content-Type': 'image/png' } });
