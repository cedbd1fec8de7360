import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoConicEqualArea,
  geoEqualEarth,
  geoPath,
} from 'd3-geo';
import { CompactPath } from './compact-path.ts';
import { type Shapes, shapesOf } from './shapes.ts';

/** A place to be drawn; degrees, north and east positive. */
export interface MapPoint {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly count: number;
}

/** A map as drawn. */
export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly borders: string;
  readonly points: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

const WIDTH = 960;
const MARGIN = 70;
/** A map shows at least so many degrees, so that one place alone has its surroundings. */
const LEAST = 14;
/** Degrees around the middle of what is named that the map of the region may show. */
const REGION = { longitude: 40, latitude: 17 };

/**
 * Draws the region in which most is named, and the world where places lie outside it.
 *
 * @returns undefined without places
 */
export function drawMaps(
  points: readonly MapPoint[],
): { region: DrawnMap; world?: DrawnMap } | undefined {
  if (points.length === 0) return undefined;
  const middle = {
    longitude: weightedMedian(points, ({ longitude }) => longitude),
    latitude: weightedMedian(points, ({ latitude }) => latitude),
  };
  const near = points.filter(
    ({ longitude, latitude }) =>
      Math.abs(longitude - middle.longitude) <= REGION.longitude &&
      Math.abs(latitude - middle.latitude) <= REGION.latitude,
  );
  const region = drawRegion(near);
  return near.length === points.length ? { region } : { region, world: drawWorld(points) };
}

function drawRegion(points: readonly MapPoint[]): DrawnMap {
  const [west, east] = spread(points.map(({ longitude }) => longitude));
  const [south, north] = spread(points.map(({ latitude }) => latitude));
  const height = 640;
  const frame = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west, south],
      [east, north],
      [west, north],
      [east, south],
    ],
  };
  const projection = geoConicEqualArea()
    .rotate([-(west + east) / 2, 0])
    .parallels(parallels(south, north))
    .fitExtent(
      [
        [MARGIN, MARGIN],
        [WIDTH - MARGIN, height - MARGIN],
      ],
      frame,
    )
    .clipExtent([
      [-2, -2],
      [WIDTH + 2, height + 2],
    ]);
  return draw(projection, shapesOf('50m'), points, { height, nearest: 3.5 });
}

function drawWorld(points: readonly MapPoint[]): DrawnMap {
  const height = 400;
  const projection = geoEqualEarth().fitExtent(
    [
      [0, 0],
      [WIDTH, height],
    ],
    // Without Antarctica.
    {
      type: 'MultiPoint',
      coordinates: [
        [-179, 0],
        [179, 0],
        [0, 84],
        [0, -57],
      ],
    },
  );
  projection.clipExtent([
    [-2, -2],
    [WIDTH + 2, height + 2],
  ]);
  return draw(projection, shapesOf('110m'), points, { height, nearest: 7 });
}

function draw(
  projection: GeoProjection,
  { land, borders }: Shapes,
  points: readonly MapPoint[],
  { height, nearest }: { height: number; nearest: number },
): DrawnMap {
  const path = (shape: GeoPermissibleObjects) => {
    const context = new CompactPath(nearest);
    geoPath(projection, context)(shape);
    return context.toString();
  };
  return {
    width: WIDTH,
    height,
    land: path(land),
    borders: path(borders),
    points: points.map(({ id, longitude, latitude }) => {
      const [x, y] = projection([longitude, latitude]) ?? [0, 0];
      return { id, x: Math.round(x), y: Math.round(y) };
    }),
  };
}

/** The two parallels at which a conic map is true; near the equator the cone must not become a cylinder. */
function parallels(south: number, north: number): [number, number] {
  const third = (north - south) / 6;
  const [low, high] = [south + third, north - third];
  return Math.abs(low + high) < 1 ? [low, high + 2] : [low, high];
}

/** From the least to the greatest, widened to what a map shows at least. */
function spread(values: readonly number[]): [number, number] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(0, LEAST - (greatest - least)) / 2;
  return [Math.max(-180, least - missing), Math.min(180, greatest + missing)];
}

/** The value that half of the counts lie below. */
function weightedMedian(points: readonly MapPoint[], of: (point: MapPoint) => number): number {
  const sorted = points.toSorted((a, b) => of(a) - of(b) || (a.id < b.id ? -1 : 1));
  const total = sorted.reduce((sum, { count }) => sum + Math.max(count, 1), 0);
  let below = 0;
  for (const point of sorted) {
    below += Math.max(point.count, 1);
    if (below * 2 >= total) return of(point);
  }
  return 0;
}
