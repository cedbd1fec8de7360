import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import { answerWithPages } from './page-response.ts';

/** What Astro’s entry for builds exports (`astro/entrypoints/prerender`). */
interface Entry {
  readonly app: ConstructorParameters<typeof StaticPaths>[0] & {
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
  app.setInternals({ pagesByKeys: new Map() });
  const destination = { write: ({ message }: { message: string }) => console.error(message) };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  return {
    name: 'pressmark:kept-templates',
    getStaticPaths: () => new StaticPaths(app).getAll(),
    render: async (request, { routeData }) => app.render(request, { routeData }),
  };
}
