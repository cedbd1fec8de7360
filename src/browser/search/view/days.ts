import { unitInWords } from '../../../model/date/words.ts';
import { countWords } from '../../../model/lists/count-words.ts';
import { dayOf } from '../../../model/search/days.ts';
import type { Bar } from '../../../model/search/histogram.ts';
import type { SearchState } from '../../../model/search/state.ts';
import { element } from './element.ts';

const HEIGHT = 56;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * Draws how many articles there are of each year, month or day. Every bar is a button that narrows to
 * it; left and right go from bar to bar, and with shift the range grows.
 */
export function drawDays(box: HTMLElement, bars: readonly Bar[], state: SearchState): void {
  const held = box.querySelector(':focus')?.getAttribute('data-unit');
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const current = bars.findIndex(({ unit }) => unit === held);
  const buttons = bars.map((bar, at) => drawBar(bar, most, state, at === Math.max(0, current)));
  box.replaceChildren(...(bars.length > 1 ? buttons : []));
  box.hidden = bars.length < 2;
  if (held !== undefined && held !== null) buttons[Math.max(0, current)]?.focus();
}

function drawBar(bar: Bar, most: number, state: SearchState, isFirst: boolean): HTMLElement {
  const isIn = isInRange(bar, state);
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('viewBox', `0 0 10 ${HEIGHT}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const height = bar.count === 0 ? 1 : Math.max(3, (bar.count / most) * HEIGHT);
  const rect = document.createElementNS(NAMESPACE, 'rect');
  for (const [name, value] of Object.entries({ x: 1, y: HEIGHT - height, width: 8, height })) {
    rect.setAttribute(name, String(value));
  }
  svg.append(rect);
  const button = element('button', {
    type: 'button',
    'data-unit': bar.unit,
    'aria-pressed': String(isIn && (state.from !== '' || state.to !== '')),
    'aria-label': `${unitInWords(bar.unit)}: ${countWords(bar.count, 'article')}`,
    title: `${unitInWords(bar.unit)}: ${bar.count}`,
    tabindex: isFirst ? '0' : '-1',
    class: isIn ? undefined : 'outside',
  });
  button.append(svg);
  return button;
}

function isInRange({ from, to }: Bar, state: SearchState): boolean {
  return (
    (state.from === '' || dayOf(to) >= state.from.padEnd(10, '-01')) &&
    (state.to === '' || dayOf(from).slice(0, state.to.length) <= state.to)
  );
}

/** Moves the focus along the bars. @returns whether the key was one of these */
export function walkDays(box: HTMLElement, event: KeyboardEvent): boolean {
  const buttons = [...box.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const target = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: buttons.length - 1,
  }[event.key];
  const next = target === undefined || at < 0 ? undefined : buttons[target];
  if (next === undefined) return false;
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
  return true;
}
