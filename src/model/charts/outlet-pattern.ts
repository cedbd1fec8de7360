/**
 * The pattern that a shape of an outlet is filled with, as a `fill` attribute; a rule of the sheet would be one
 * for pages that have no patterns too, and point to nothing there. Outlets without a colour have none.
 *
 * @param of what the ids of the figure’s patterns begin with
 */
export function patternOf(of: 't' | 'd', colour: number): string | undefined {
  return colour > 0 ? `url(#${of}${colour})` : undefined;
}
