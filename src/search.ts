/** Makes the search files of an archive, and answers from them. */
export { type OpenIndex, openIndex } from './browser/search/engine/open.ts';
export { makeIndex } from './integrations/search-index/make-index.ts';
export { type Answer, answer, type Choice } from './model/search/plan/answer.ts';
export type { Library } from './model/search/plan/library.ts';
export { parseQuery, type Query } from './model/search/query/parse.ts';
export { parseState, type SearchState } from './model/search/state.ts';
