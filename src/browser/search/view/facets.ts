import { FACETS, type Facet } from '../../../model/search/files/columns.ts';
import type { Choice } from '../../../model/search/plan/answer.ts';
import type { SearchState } from '../../../model/search/state.ts';
import type { Results } from '../protocol.ts';
import { element } from './element.ts';

const HEADINGS: Readonly<Record<Facet, string>> = {
  outlet: 'Outlet',
  source: 'Source',
  person: 'Person',
  place: 'Place',
  topic: 'Topic',
  language: 'Language',
};

/** Choices of a facet shown at once; chosen ones always are. */
const MOST = 12;

/**
 * Draws the choices with their counts; inside a facet any of the chosen may hold, between facets all.
 *
 * @returns the steps of drawing, each short; what stood there stays until the last one
 */
export function drawFacets(
  form: HTMLElement,
  { facets }: Results,
  state: SearchState,
): (() => void)[] {
  const drawn: Node[] = [];
  const open = new Set(
    [...form.querySelectorAll('details[open]')].map((one) => one.getAttribute('data-facet')),
  );
  const steps = FACETS.map((facet) => () => {
    drawn.push(...drawFacet(facet, facets[facet], state, open.has(facet)));
  });
  return [...steps, () => replace(form, drawn)];
}

function replace(form: HTMLElement, drawn: readonly Node[]): void {
  const focused = focusKey(form);
  form.replaceChildren(...drawn);
  for (const one of form.querySelectorAll<HTMLElement>('[data-key]')) {
    if (one.dataset['key'] === focused) one.focus();
  }
}

function focusKey(form: HTMLElement): string | undefined {
  const { activeElement: active } = document;
  return active instanceof HTMLElement && form.contains(active) ? active.dataset['key'] : undefined;
}

function drawFacet(
  facet: Facet,
  choices: readonly Choice[],
  state: SearchState,
  isOpen: boolean,
): Node[] {
  const chosen = state.chosen[facet] ?? [];
  const excluded = state.excluded[facet] ?? [];
  const isSet = ({ id }: Choice) => chosen.includes(id) || excluded.includes(id);
  if (
    choices.length === 0 ||
    (facet === 'language' && choices.length < 2 && !choices.some(isSet))
  ) {
    return [];
  }
  const first = choices.filter((choice, at) => at < MOST || isSet(choice));
  const rest = choices.filter((choice) => !first.includes(choice));
  const draw = (choice: Choice) =>
    drawChoice(facet, choice, chosen.includes(choice.id), excluded.includes(choice.id));
  return [
    element(
      'fieldset',
      {},
      element('legend', { class: 'label' }, HEADINGS[facet]),
      ...first.map(draw),
      rest.length === 0 ? undefined : drawRest(facet, rest, draw, isOpen),
    ),
  ];
}

/** Further choices, which are drawn when they are looked at: a large archive has hundreds. */
function drawRest(
  facet: Facet,
  rest: readonly Choice[],
  draw: (choice: Choice) => Node,
  isOpen: boolean,
): HTMLDetailsElement {
  const details = element(
    'details',
    { 'data-facet': facet, open: isOpen },
    element('summary', { 'data-key': `${facet} more` }, `${rest.length} more`),
  );
  const fill = () => {
    if (details.childElementCount === 1) details.append(...rest.map(draw));
  };
  if (isOpen) fill();
  else details.addEventListener('toggle', fill);
  return details;
}

function drawChoice(facet: Facet, choice: Choice, isChosen: boolean, isExcluded: boolean): Node {
  const { id, name, count } = choice;
  const box = element('input', {
    type: 'checkbox',
    name: facet,
    value: id,
    'data-key': `${facet} ${id}`,
    checked: isChosen,
  });
  const not = element(
    'button',
    {
      type: 'button',
      class: 'not',
      name: `-${facet}`,
      value: id,
      'aria-pressed': String(isExcluded),
      'aria-label': `Leave out ${name}`,
      title: `Leave out ${name}`,
      'data-key': `not ${facet} ${id}`,
    },
    '−',
  );
  return element(
    'div',
    { class: isExcluded ? 'choice out' : 'choice' },
    element('label', {}, box, element('span', {}, name)),
    element('span', { class: 'count' }, String(count)),
    not,
  );
}
