import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { themeColours } from '../model/theme.ts';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

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
    light: themeColours(css, 'light'),
    dark: themeColours(css, 'dark'),
    sepia: themeColours(css, 'light', 'sepia'),
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
    assert.notEqual(
      themeColours(css, 'light', 'sepia').get('paper'),
      themeColours(css, 'light').get('paper'),
    );
  });
});
