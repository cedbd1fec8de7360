import type { FilterCounts } from './pagefind.ts';
import { FACETS, type Facet, type SearchState } from './state.ts';

const HEADINGS: Readonly<Record<Facet, string>> = {
  outlet: 'Outlet',
  source: 'Source',
  person: 'Person',
  place: 'Place',
  topic: 'Topic',
  year: 'Year',
};

/** Choices of a facet shown at once; chosen ones always are. */
const MOST = 12;

/** Values of the index are "<id> <name>"; years stand for themselves. */
export function idOf(value: string): string {
  return value.split(' ', 1)[0] ?? value;
}

function nameOf(value: string): string {
  return value.includes(' ') ? value.slice(value.indexOf(' ') + 1) : value;
}

/** The values of the index that a state's ids stand for. */
export function filterOptions(
  { chosen }: SearchState,
  all: FilterCounts,
): Record<string, { any: string[] }> {
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const ids = chosen[facet] ?? [];
      if (ids.length === 0) return [];
      const values = Object.keys(all[facet] ?? {}).filter((value) => ids.includes(idOf(value)));
      return [[facet, { any: values.length > 0 ? values : ids.slice() }]];
    }),
  );
}

/**
 * Draws the choices with their counts.
 *
 * @param counts how many articles each choice would give
 */
export function drawFilters(form: HTMLElement, counts: FilterCounts, state: SearchState): void {
  const focused =
    document.activeElement instanceof HTMLInputElement && form.contains(document.activeElement)
      ? `${document.activeElement.name} ${document.activeElement.value}`
      : undefined;
  form.replaceChildren(...FACETS.flatMap((facet) => drawFacet(facet, counts[facet] ?? {}, state)));
  for (const input of form.querySelectorAll('input')) {
    if (`${input.name} ${input.value}` === focused) input.focus();
  }
}

function drawFacet(facet: Facet, counts: Record<string, number>, state: SearchState): Node[] {
  const chosen = state.chosen[facet] ?? [];
  const isChosen = (value: string) => chosen.includes(idOf(value));
  const values = Object.keys(counts)
    .filter((value) => (counts[value] ?? 0) > 0 || isChosen(value))
    .sort((a, b) => byRank(facet, counts, a, b));
  const shown = values.filter((value, index) => index < MOST || isChosen(value));
  if (shown.length === 0) return [];
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.className = 'label';
  legend.textContent = HEADINGS[facet];
  fieldset.append(
    legend,
    ...shown.map((value) => drawChoice(facet, value, counts[value] ?? 0, isChosen(value))),
  );
  return [fieldset];
}

function byRank(facet: Facet, counts: Record<string, number>, a: string, b: string): number {
  if (facet === 'year') return a < b ? -1 : 1;
  return (counts[b] ?? 0) - (counts[a] ?? 0) || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function drawChoice(facet: Facet, value: string, count: number, checked: boolean): HTMLElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'checkbox';
  input.name = facet;
  input.value = idOf(value);
  input.checked = checked;
  const number = document.createElement('span');
  number.textContent = String(count);
  label.append(input, nameOf(value), number);
  return label;
}
