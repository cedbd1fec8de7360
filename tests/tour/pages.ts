/** The pages of the tour by the names of their pictures. */
export const TOUR: Readonly<Record<string, string>> = {
  front: '/index.html',
  article: '/articles/2009/lukashenka-says-he-will-make-no-new-concessions-to-west.html',
  person: '/people/alexander-lukashenko.html',
  outlet: '/outlets/the-moscow-times.html',
  timeline: '/timeline.html',
  year: '/timeline/2019.html',
  map: '/map.html',
  coverage: '/coverage.html',
  dossier: '/dossiers/belarus-between-moscow-and-the-west.html',
  search: '/search.html?q=Lukashenka',
};

/** Widths of screens with how much of the page is shown, in pixels of CSS. */
export const SCREENS: readonly { readonly width: number; readonly height: number }[] = [
  { width: 360, height: 1200 },
  { width: 768, height: 1100 },
  { width: 1440, height: 1000 },
];

export const SCHEMES = ['light', 'dark'] as const;
