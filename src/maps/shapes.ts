import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiLineString } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** Land and the lines between countries, from Natural Earth, which is in the public domain. */
export interface Shapes {
  readonly land: ReturnType<typeof feature>;
  readonly borders: MultiLineString;
}

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

const read = new Map<string, Shapes>();

/** @param scale `50m` for a region, `110m` for the world */
export function shapesOf(scale: '50m' | '110m'): Shapes {
  let shapes = read.get(scale);
  if (shapes === undefined) {
    // Astro bundles this module into a file of the archive, where only Pressmark itself can be found.
    const own = createRequire(createRequire(import.meta.url).resolve('pressmark/package.json'));
    const file = own.resolve(`world-atlas/countries-${scale}.json`);
    const world = JSON.parse(readFileSync(file, 'utf8')) as World;
    const { countries, land } = world.objects;
    const borders = mesh(world, countries, (a, b) => a !== b);
    const coordinates = borders.coordinates.filter((line) => !isWithinUkraine(line));
    shapes = { land: feature(world, land), borders: { ...borders, coordinates } };
    read.set(scale, shapes);
  }
  return shapes;
}

/**
 * Natural Earth draws who holds a land, and a border across the isthmus of Crimea. The archive
 * follows the United Nations (General Assembly resolution 68/262), for which there is none.
 */
function isWithinUkraine(line: readonly (readonly number[])[]): boolean {
  return line.every(([lon = 0, lat = 0]) => lon > 32 && lon < 36.7 && lat > 44 && lat < 46.6);
}
