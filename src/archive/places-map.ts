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

/**
 * Draws the places whose records say where they lie.
 *
 * @param only ids of the places to be drawn, or of the articles whose places are; all places without it
 */
export function placesMap(
  { authorities, articlesOf }: Archive,
  only: { places?: readonly string[]; articles?: readonly string[] } = {},
): PlacesMap {
  const isCounted = (id: string) => only.articles?.includes(id) ?? true;
  const places = authorities.places
    .filter(({ id }) => only.places?.includes(id) ?? true)
    .map(({ kind, id, address, data }) => {
      const { coordinates } = data as PlaceData;
      const at = coordinates === undefined ? undefined : parseCoordinates(coordinates);
      const count = articlesOf({ kind, id }).filter((article) => isCounted(article.id)).length;
      return { kind, id, address, name: data.name, count, at };
    })
    // A place that somebody names here is drawn even where no article names it.
    .filter(({ count }) => count > 0 || only.places !== undefined)
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const points = places.flatMap(({ id, count, at }) =>
    at ? [{ id, count: Math.max(count, 1), ...at }] : [],
  );
  return {
    maps: drawMaps(points),
    drawn: places.filter(({ at }) => at !== undefined),
    notDrawn: places.filter(({ at }) => at === undefined),
  };
}
