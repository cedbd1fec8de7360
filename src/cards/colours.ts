import { themeColours } from '../model/theme.ts';

/** The colours of a card: those of the pages in the light. */
export interface CardColours {
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly red: string;
  /** By the number that an outlet has; 0 is that of all others. */
  readonly outlets: readonly string[];
}

/**
 * Takes the colours out of the stylesheet that the pages have them from.
 *
 * @param tokens text of styles/tokens.css
 * @throws Error when a colour is not there
 */
export function cardColours(tokens: string): CardColours {
  const colours = themeColours(tokens, 'light');
  const of = (name: string) => {
    const colour = colours.get(name);
    if (colour === undefined) throw new Error(`styles/tokens.css has no colour --${name}.`);
    return colour;
  };
  return {
    paper: of('paper'),
    card: of('card'),
    ink: of('ink'),
    soft: of('soft'),
    rule: of('rule'),
    red: of('red'),
    outlets: ['o0', 'o1', 'o2', 'o3', 'o4', 'o5', 'o6'].map(of),
  };
}
