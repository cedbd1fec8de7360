declare module 'virtual:pressmark-dossiers' {
  import type { MDXContent } from 'mdx/types';

  /** The text of every dossier, by its slug. */
  const contents: ReadonlyMap<string, MDXContent>;
  export default contents;
}
