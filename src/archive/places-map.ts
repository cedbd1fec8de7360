import { type DrawnMap, drawMaps } from '../maps/draw-map.ts';
import type { RecordLink } from '../model/article-view.ts';
import { parseCoordinates } from '../model/coordinates.ts';
import type { PlaceData } from '../model/schema/authority.ts';
import type { Archive } from './archive.ts';

/** A place with how many articles name it. */
export interface CountedPlace extends RecordLink {
  readonly count: number;
}

/** The places that articles name, drawn and listed. */
export interface PlacesMap {
  readonly maps: { readonly region: DrawnMap; readonly world?: DrawnMap } | undefined;
  /** Most often named first. */
  readonly drawn: readonly CountedPlace[];
  readonly notDrawn: readonly CountedPlace[];
}

/** Draws the places whose records say where they lie. */
export function placesMap({ authorities, articlesOf }: Archive): PlacesMap {
  const places = authorities.places
    .map(({ kind, id, address, data }) => {
      const { coordinates } = data as PlaceData;
      const at = coordinates === undefined ? undefined : parseCoordinates(coordinates);
      return { kind, id, address, name: data.name, count: articlesOf({ kind, id }).length, at };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const points = places.flatMap(({ id, count, at }) => (at ? [{ id, count, ...at }] : []));
  return {
    maps: drawMaps(points),
    drawn: places.filter(({ at }) => at !== undefined),
    notDrawn: places.filter(({ at }) => at === undefined),
  };
}
