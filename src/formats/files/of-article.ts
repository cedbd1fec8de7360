import { ArchiveProblems } from '../../model/problem.ts';

/**
 * Writes something of one article, and has an error of whoever writes say which article that is. Every writer
 * gets its articles through this, citation processors that throw bare texts included.
 *
 * @param id of the article, `2019/slug`
 * @param what is written, as a sentence begins: “The citation in BibLaTeX”
 * @throws ArchiveProblems with the article's file
 */
export function ofArticle<T>(id: string, what: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (error instanceof ArchiveProblems) throw error;
    const said = error instanceof Error ? error.message : String(error);
    throw new ArchiveProblems([
      {
        file: `articles/${id}.mdx`,
        what: `${what} could not be written: ${said.replace(/\s+/g, ' ').replace(/[.\s]+$/, '')}.`,
        why: 'Without it the site would lack something of the article.',
        remedy:
          'Write the field that this speaks of in another way, and report it: what the record accepts should go through.',
      },
    ]);
  }
}
