import { CHOICES, type ChoiceName, type Chosen, parseChoices, withChoice } from './choices.ts';

/** All archives on one host share it. The start script reads it too, so the name stands there as well. */
const KEY = 'pressmark-reading';

/** What the reader has chosen; nothing where the browser lets nothing be stored. */
export function readChoices(): Chosen {
  try {
    return parseChoices(localStorage.getItem(KEY));
  } catch {
    return {};
  }
}

/** Changes one choice, shows it, and stores it on this device. @returns whether the browser let it */
export function choose(name: ChoiceName, value: string): boolean {
  const chosen = withChoice(readChoices(), name, value);
  showChoices(chosen);
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
    return true;
  } catch {
    return false;
  }
}

/** Sets the attributes of the page's root by which the sheet goes. */
export function showChoices(chosen: Chosen): void {
  const { dataset } = document.documentElement;
  for (const { name } of CHOICES) {
    const value = chosen[name];
    if (value === undefined) delete dataset[name];
    else dataset[name] = value;
  }
}
