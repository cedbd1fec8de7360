/**
 * The mark: a book's spine with its label, on a grid of 16 so that nothing blurs at that size. The red
 * stands out from light and dark alike.
 */
export function markShapes(): string {
  return [
    '<path fill="#9d2b1c" d="M2 0h12v16H2z"/>',
    '<path fill="#fffdf8" d="M4 3h8v7H4z"/>',
    '<path fill="#1c1a17" d="M5 5h6v1H5zM5 7h4v1H5z"/>',
    '<path fill="#fffdf8" d="M2 12h12v1H2z"/>',
  ].join('');
}

/**
 * The mark as a picture of its own.
 *
 * @param margin around it, in sixteenths of its height; with a margin it stands on paper
 */
export function markPicture(margin = 0): string {
  const size = 16 + 2 * margin;
  const paper = margin > 0 ? `<path fill="#faf8f3" d="M0 0h${size}v${size}H0z"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${paper}<g transform="translate(${margin} ${margin})">${markShapes()}</g></svg>`;
}
