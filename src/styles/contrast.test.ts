import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The colours of a theme: the root's, light or dark, with those of a paper over them. */
function theme(which: 0 | 1, paper?: string): Map<string, string> {
  const rules = [...css.matchAll(/^ {2}([^{}]+?) \{([^}]*)\}/gm)];
  const own = (selector: string) =>
    rules.filter(([, found]) => found === selector).map(([, , body = '']) => body);
  const colours = new Map<string, string>();
  const bodies = [...own(':root'), ...(paper === undefined ? [] : own(`[data-paper="${paper}"]`))];
  for (const [, name = '', value = ''] of bodies.join('').matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const colour = value.match(/#[\da-f]{6}/g) ?? [];
    if (colour.length > 0) colours.set(name, colour[colour.length > 1 ? which : 0] ?? '');
  }
  return colours;
}

/** Relative luminance and contrast ratio of WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('Every colour of letters stands out from both papers by 4.5 to 1', () => {
  for (const [name, colours] of Object.entries({
    light: theme(0),
    dark: theme(1),
    sepia: theme(0, 'sepia'),
  })) {
    it(name, () => {
      const letters = [
        'ink',
        'soft',
        'faint',
        'red',
        ...[0, 1, 2, 3, 4, 5, 6].map((at) => `o${at}`),
      ];
      const weak = letters.flatMap((letter) =>
        ['paper', 'card'].flatMap((paper) => {
          const ratio = contrast(colours.get(letter) ?? '', colours.get(paper) ?? '');
          return ratio >= 4.5 ? [] : [`${letter} on ${paper}: ${ratio.toFixed(2)}`];
        }),
      );
      assert.deepEqual(weak, []);
    });
  }

  it('sepia is a paper of its own', () => {
    assert.notEqual(theme(0, 'sepia').get('paper'), theme(0).get('paper'));
  });
});
