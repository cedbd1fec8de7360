import type { CardColours } from './colours.ts';

/**
 * The mark: a book's spine with its label, on a grid of 16 so that nothing blurs at that size. The red
 * stands out from light and dark alike.
 */
export function markShapes({ red, card, ink }: CardColours): string {
  return [
    `<path fill="${red}" d="M2 0h12v16H2z"/>`,
    `<path fill="${card}" d="M4 3h8v7H4z"/>`,
    `<path fill="${ink}" d="M5 5h6v1H5zM5 7h4v1H5z"/>`,
    `<path fill="${card}" d="M2 12h12v1H2z"/>`,
  ].join('');
}

/**
 * The mark as a picture of its own.
 *
 * @param margin around it, in sixteenths of its height; with a margin it stands on paper
 */
export function markPicture(colours: CardColours, margin = 0): string {
  const size = 16 + 2 * margin;
  const paper = margin > 0 ? `<path fill="${colours.paper}" d="M0 0h${size}v${size}H0z"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${paper}<g transform="translate(${margin} ${margin})">${markShapes(colours)}</g></svg>`;
}
