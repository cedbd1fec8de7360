import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { openArchive } from '../../archive/archive.ts';
import { cardPages, cardPng } from '../../archive/cards.ts';
import { changedPages } from '../../archive/changed-pages.ts';

export async function getStaticPaths() {
  return changedPages(cardPages(await openArchive())).map(({ address, face }) => ({
    params: { card: address.slice('/cards/'.length, -'.png'.length) },
    props: { face },
  }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(await cardPng(props.face), { headers: { 'Content-Type': 'image/png' } });
