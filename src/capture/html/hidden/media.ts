import { partsOf } from './nesting.ts';

/** On which of the screens below something holds, a bit for each. */
export type Environments = number;

export const NOWHERE: Environments = 0;
export const EVERYWHERE: Environments = 3;

/** What is hidden on one of them and shown on the other can be seen. */
const SCREENS = [
  { width: 1280, height: 800, hover: true },
  { width: 360, height: 740, hover: false },
] as const;

type Screen = (typeof SCREENS)[number];

/** On which screens the condition of a rule holds. */
export function environmentsOf(
  rule: 'media' | 'supports' | 'container',
  prelude: string,
): Environments {
  if (rule === 'supports') return isSupported(prelude) ? EVERYWHERE : NOWHERE;
  if (rule === 'container') return 1;
  return SCREENS.reduce((all, screen, at) => (holds(prelude, screen) ? all | (1 << at) : all), 0);
}

/** Whether a browser of today has it; what only others had is asked by their prefixes. */
function isSupported(condition: string): boolean {
  return !/^\s*not\b/i.test(condition) && !/-ms-|-moz-/i.test(condition);
}

function holds(list: string, screen: Screen): boolean {
  const queries = partsOf(list.toLowerCase());
  return queries.length === 0 || queries.some((query) => holdsOne(query, screen));
}

function holdsOne(query: string, screen: Screen): boolean {
  const [, not, rest = ''] = /^(not\s+)?(?:only\s+)?([\s\S]*)$/.exec(query.trim()) ?? [];
  const all = rest
    .split(/\s+and\s+/)
    .every((part) => part.split(/\s+or\s+/).some((one) => holdsPart(one.trim(), screen)));
  return not === undefined ? all : !all;
}

function holdsPart(part: string, screen: Screen): boolean {
  if (/^not\b/.test(part)) return !holdsPart(part.slice(3).trim(), screen);
  if (/^[a-z]+$/.test(part)) return part === 'all' || part === 'screen';
  const feature = part.replace(/^\(+|\)+$/g, '').trim();
  const [, edge, side, stated] =
    /^(min|max)-(?:device-)?(width|height)\s*:\s*(.+)$/.exec(feature) ?? [];
  if (edge !== undefined) {
    const [own, limit] = [side === 'width' ? screen.width : screen.height, pixels(stated ?? '')];
    return limit !== undefined && (edge === 'min' ? own >= limit : own <= limit);
  }
  return inRange(feature, screen) ?? isUsual(feature, screen);
}

/** "(400px <= width <= 900px)" and its shorter forms. */
function inRange(feature: string, screen: Screen): boolean | undefined {
  const parts = feature.split(/(<=|>=|<|>|=)/).map((part) => part.trim());
  if (parts.length < 3) return undefined;
  const value = (text: string) =>
    text === 'width' ? screen.width : text === 'height' ? screen.height : pixels(text);
  for (let at = 1; at < parts.length; at += 2) {
    const [a, b] = [value(parts[at - 1] ?? ''), value(parts[at + 1] ?? '')];
    if (a === undefined || b === undefined) return false;
    const sign = parts[at] ?? '';
    const isTrue =
      (sign.includes('=') && a === b) || (sign[0] === '<' && a < b) || (sign[0] === '>' && a > b);
    if (!isTrue) return false;
  }
  return true;
}

function isUsual(feature: string, screen: Screen): boolean {
  if (/^(?:any-)?hover(?:\s*:\s*hover)?$/.test(feature)) return screen.hover;
  if (/^(?:any-)?pointer(?:\s*:\s*(fine|coarse))?$/.test(feature)) {
    return screen.hover ? !feature.includes('coarse') : !feature.includes('fine');
  }
  if (/^orientation\s*:/.test(feature)) {
    return feature.includes('landscape') === screen.width > screen.height;
  }
  return /^(?:color|grid\s*:\s*0|prefers-color-scheme\s*:\s*light|prefers-[a-z-]+\s*:\s*no-preference|scripting(?:\s*:\s*enabled)?|display-mode\s*:\s*browser|update(?:\s*:\s*fast)?)$/.test(
    feature,
  );
}

function pixels(text: string): number | undefined {
  const [, number, unit = 'px'] = /^([+-]?[\d.]+)(px|em|rem|cm|in|pt)?$/.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  const size = { px: 1, em: 16, rem: 16, cm: 37.8, in: 96, pt: 4 / 3 }[unit] ?? 1;
  return Number(number) * size;
}
