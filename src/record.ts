/** Reads and checks the content folder of an archive. */
export { ArchiveProblems, describeProblems, type Problem } from './model/problem.ts';
export type { ArticleData } from './model/schema/article.ts';
export type { AuthorityData } from './model/schema/authority.ts';
export type { Settings } from './model/schema/settings.ts';
export { readArchive } from './record/read-archive.ts';
export type { ArchiveRecord, ArticleEntry, AuthorityEntry, DossierEntry } from './record/types.ts';
