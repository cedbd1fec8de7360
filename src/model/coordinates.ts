/** Where a place lies, in degrees; north and east positive. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

const WRITTEN = /^(-?\d{1,2}(?:\.\d+)?), (-?\d{1,3}(?:\.\d+)?)$/;

/** Reads "53.9, 27.57"; undefined where that is not a point of the earth. */
export function parseCoordinates(text: string): Coordinates | undefined {
  const [, north, east] = WRITTEN.exec(text) ?? [];
  const [latitude, longitude] = [Number(north), Number(east)];
  if (north === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { latitude, longitude };
}
