import { archiveCollections } from './archive/collections.ts';

export const collections = archiveCollections;
