import { ArchiveProblems } from './problem.ts';

/** The page of an article, of its capture, or of a comparison with it. */
const OF_ARTICLE = /^\/articles\/(\d{4}\/[a-z0-9-]+)(?:\.(?:capture|compare))?(?:\.html)?$/;
const OF_DOSSIER = /^\/dossiers\/([a-z0-9-]+)(?:\.html)?$/;

/**
 * An error that a page could not be made for, with the file of the record that the page shows.
 *
 * @param address of the page
 */
export function pageProblem(address: string, error: unknown): ArchiveProblems {
  if (error instanceof ArchiveProblems) return error;
  const said = error instanceof Error ? error.message : String(error);
  const article = OF_ARTICLE.exec(address)?.[1];
  const dossier = OF_DOSSIER.exec(address)?.[1];
  const file = article ? `articles/${article}.mdx` : dossier && `dossiers/${dossier}.mdx`;
  const problem = {
    file: file ?? address,
    what: `The page ${address} could not be made: ${said.replace(/\s+/g, ' ').replace(/[.\s]+$/, '')}.`,
    why: 'A site without the page would have lost something of the record.',
    remedy: file
      ? 'Write the field that this speaks of in another way, and report it: what the record accepts should go through.'
      : 'Report it with these lines: what the record accepts should go through.',
  };
  return new ArchiveProblems([problem], { cause: error });
}
