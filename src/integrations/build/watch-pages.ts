import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { isLeftOut } from '../../record/left-out.ts';
import { currentProgress } from '../../record/progress.ts';
import { currentTimings } from '../../record/timings.ts';
import { withPolicy } from './page-policy.ts';

/**
 * Gives every page its policy, and tells how far the rendering is, how long which kind of page takes, and which page cannot be
 * rendered.
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
      return rendered instanceof Response
        ? finished(rendered)
        : { ...rendered, response: await finished(rendered.response) };
    },
  };
}

async function finished(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const { status, headers } = response;
  return new Response(withPolicy(await response.text()), { status, headers });
}

/** File of a path below the folder of the site, under `build.format: 'file'`. */
function fileOf(pathname: string, type: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  return type === 'endpoint' ? path : `${path || 'index'}.html`;
}
