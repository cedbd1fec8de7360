import Card from './Card.astro';
import Link from './Link.astro';
import Quote from './Quote.astro';
import Timeline from './Timeline.astro';

/** What a dossier may use without importing it; docs/dossiers.md has an example of each. */
export const DOSSIER_COMPONENTS = { Card, Quote, Timeline, a: Link };
