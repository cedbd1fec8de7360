import { readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { answerWithPages } from './page-response.ts';

/** What Astro’s entry for builds exports (`astro/entrypoints/prerender`). */
interface Entry {
  readonly app: ConstructorParameters<typeof StaticPaths>[0] & {
    manifest: { pageMap?: Map<string, () => Promise<unknown>> };
    setInternals(internals: object): void;
    setOptions(options: object): void;
    render(request: Request, options: { routeData: unknown }): Promise<Response>;
  };
}

/**
 * Loads templates as Astro compiled them, to render from. As Astro’s own (`core/build/default-prerenderer.js`), for
 * pages that have no styles or scripts but ours.
 *
 * @param templates absolute path of the kept templates
 */
export async function loadTemplates(templates: string): Promise<AstroPrerenderer> {
  answerWithPages();
  const entry = readdirSync(templates).find((name) => name.startsWith('prerender-entry'));
  const { app } = (await import(pathToFileURL(path.join(templates, `${entry}`)).href)) as Entry;
  importOnce(app.manifest.pageMap);
  app.setInternals({ pagesByKeys: new Map() });
  const destination = { write: ({ message }: { message: string }) => console.error(message) };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  return {
    name: 'pressmark:kept-templates',
    getStaticPaths: () => new StaticPaths(app).getAll(),
    render: async (request, { routeData }) => app.render(request, { routeData }),
  };
}

/** Astro imports the template of a page anew for each page; the loader of modules answers, but takes its time. */
function importOnce(templates: Map<string, () => Promise<unknown>> | undefined): void {
  for (const [component, load] of templates ?? []) {
    let loaded: Promise<unknown> | undefined;
    templates?.set(component, () => {
      // A turn for what waits: finding all pages goes from route to route, and is long.
      loaded ??= setImmediate().then(load);
      return loaded;
    });
  }
}
