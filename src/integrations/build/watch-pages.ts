import path from 'node:path';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { currentArchive } from '../../record/current-archive.ts';
import { isLeftOut } from '../../record/left-out.ts';
import { PACKAGE_ROOT } from '../../record/package-root.ts';
import { currentProgress } from '../../record/progress.ts';
import { isWithin, realPath } from '../../record/real-path.ts';
import { currentTimings } from '../../record/timings.ts';
import { withPolicy } from './page-policy.ts';
import { relativeAssets } from './relative-assets.ts';

/**
 * Gives every page its policy, makes pages of an archive's own work under any path, and tells how far the rendering is, how
 * long which kind of page takes, and which page cannot be rendered.
 */
export function watchPages(): AstroIntegration {
  return {
    name: 'pressmark:watch-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer(watched),
    },
  };
}

function watched(astro: AstroPrerenderer): AstroPrerenderer {
  return {
    ...astro,
    async getStaticPaths() {
      currentProgress()?.begin('Finding pages');
      const paths = await astro.getStaticPaths();
      const wanted = paths.filter(
        ({ pathname, route }) => !isLeftOut(fileOf(pathname, route.type)),
      );
      currentProgress()?.begin('Making pages', wanted.length);
      return wanted;
    },
    async render(request, options) {
      const began = performance.now();
      const rendered = await astro.render(request, options);
      currentTimings()?.add(options.routeData.component, performance.now() - began);
      currentProgress()?.step();
      const { pathname } = new URL(request.url);
      const own = isOurs(options.routeData.component) ? undefined : pathname;
      return rendered instanceof Response
        ? finished(rendered, own)
        : { ...rendered, response: await finished(rendered.response, own) };
    },
  };
}

/** Whether a page is made by a template of Pressmark's. @param component path from the folder of the archive */
function isOurs(component: string): boolean {
  const file = path.resolve(currentArchive().root, component);
  return isWithin(realPath(file), realPath(path.join(PACKAGE_ROOT, 'src')));
}

/** @param own path of a page of the archive's own */
async function finished(response: Response, own: string | undefined): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const { status, headers } = response;
  const html = await response.text();
  const page = own === undefined ? html : relativeAssets(html, own);
  return new Response(withPolicy(page), { status, headers });
}

/** File of a path below the folder of the site, under `build.format: 'file'`. */
function fileOf(pathname: string, type: string): string {
  const name = pathname.replace(/^\/|\/$/g, '');
  return type === 'endpoint' ? name : `${name || 'index'}.html`;
}
