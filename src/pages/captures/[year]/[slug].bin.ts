import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { openArchive } from '../../../archive/archive.ts';
import { captureBytesPaths } from '../../../archive/article-paths.ts';
import { captureBytes } from '../../../archive/captures.ts';

export async function getStaticPaths() {
  return captureBytesPaths(await openArchive());
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(captureBytes(props.article), {
    headers: { 'Content-Type': 'application/octet-stream' },
  });
