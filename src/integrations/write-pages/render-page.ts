import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { currentTimings } from '../../record/timings.ts';
import type { PageResponse } from '../kept-program/page-response.ts';
import { fileOf } from './file-of.ts';
import { withSheet } from './with-sheet.ts';

/** A page as it goes into its file. */
export interface RenderedPage {
  /** Below the folder of the site. */
  readonly file: string;
  /** One after another. */
  readonly bytes: readonly Uint8Array[];
}

/** @throws Error when a page cannot be rendered */
export async function renderPage(
  astro: AstroPrerenderer,
  { pathname, route }: PathWithRoute,
): Promise<RenderedPage> {
  const began = performance.now();
  const file = fileOf(pathname, route.type);
  const request = new Request(new URL(file, 'http://localhost/'));
  const rendered = await astro.render(request, { routeData: route });
  const response = rendered instanceof Response ? rendered : rendered.response;
  if (!response.ok && file !== '404.html') {
    throw new Error(`${file} could not be rendered: status ${response.status}.`);
  }
  currentTimings()?.add(route.component, performance.now() - began);
  const { bytes } = response as unknown as PageResponse;
  return { file, bytes: route.type === 'page' ? withSheet(bytes) : [bytes] };
}
