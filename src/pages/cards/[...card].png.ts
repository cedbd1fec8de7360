import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { openArchive } from '../../archive/archive.ts';
import { cardPaths, cardPng } from '../../archive/cards.ts';
import tokens from '../../styles/tokens.css?raw';

export async function getStaticPaths() {
  return cardPaths(await openArchive());
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { face } }) =>
  new Response(await cardPng(face, tokens), { headers: { 'Content-Type': 'image/png' } });
