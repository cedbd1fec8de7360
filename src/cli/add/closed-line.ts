import { plainLine } from '../../compile/escape-markdown.ts';
import { closeDirection } from '../../model/direction.ts';

/** A line for a field: as {@link plainLine}, and the direction of writing turned back at its end. */
export function closedLine(text: string): string {
  return closeDirection(plainLine(text));
}
