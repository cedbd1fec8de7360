// For pages of your own in src/pages: getCollection('articles'), 'people', 'places', 'outlets', 'sources', 'topics'.
export { collections } from 'pressmark/collections';
