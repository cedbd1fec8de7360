import type { Block } from '../compile/body-writer.ts';
import type { DossierQuote } from '../compile/dossier-parts.ts';
import { nearest } from '../model/names/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadArticle } from './read-articles.ts';
import type { ReadDossier } from './read-dossiers.ts';

/**
 * What dossiers say of articles must be so: the article is there, the sentence stands word for word in
 * the paragraph that is named, and nothing is quoted that the archive does not publish.
 */
export function checkDossiers(
  dossiers: readonly ReadDossier[],
  articles: readonly ReadArticle[],
): Problem[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const known = new Set(byId.keys());
  return dossiers.flatMap(({ file, parts }) => [
    ...parts.quotes.flatMap((quote) => {
      const article = byId.get(quote.article);
      const problem = article ? faultOf(quote, article) : unknown(quote.article, known);
      return problem ? [{ file, line: quote.line, ...problem }] : [];
    }),
    ...parts.mentions.flatMap(({ article: id, at, line }) => {
      const article = byId.get(id);
      if (article === undefined) return [{ file, line, ...unknown(id, known) }];
      const blocks = article.entry?.body.blocks;
      if (at === undefined || blocks === undefined || !/^p\d+$/.test(at)) return [];
      if (blocks.some(({ anchor }) => anchor === at)) return [];
      return [{ file, line, ...noParagraph(at, blocks) }];
    }),
  ]);
}

type Fault = Pick<Problem, 'what' | 'why' | 'remedy'>;

function faultOf({ at, text, article: id }: DossierQuote, article: ReadArticle): Fault | undefined {
  const { entry } = article;
  // An article that could not be read has problems of its own, and then nothing is built.
  if (entry === undefined) return undefined;
  if (entry.data.access !== 'full') return withheld(id, entry.data.access);
  const { blocks } = entry.body;
  if (holds(blocks, at, text)) return undefined;
  if (!blocks.some(({ anchor }) => anchor === at)) return noParagraph(at, blocks);
  const elsewhere = blocks.find((block) => block.text.includes(text))?.anchor;
  return {
    what: `The quotation “${shortened(text)}” does not stand in paragraph ${at} of ${id}.`,
    why: 'A quotation has to be what was printed, word for word and mark for mark, where its link leads.',
    remedy: elsewhere
      ? `It stands in paragraph ${elsewhere}: write at="${elsewhere}".`
      : `Copy it from articles/${id}.mdx, with the quotation marks and dashes that stand there.`,
  };
}

function holds(blocks: readonly Block[], at: string, text: string): boolean {
  return blocks.some((block) => block.anchor === at && block.text.includes(text));
}

function withheld(id: string, access: string): Fault {
  return {
    what: `A quotation is taken from ${id}, whose “access” is “${access}”.`,
    why: 'The build would publish words that somebody decided not to publish.',
    remedy: 'Remove the quotation; a card of the article may stay.',
  };
}

function noParagraph(at: string, blocks: readonly Block[]): Fault {
  const last = blocks.at(-1)?.anchor ?? 'none';
  return {
    what: `There is no paragraph “${at}”.`,
    why: 'The link would lead to the top of the article.',
    remedy: `Use one of p1 to ${last}; the link of a paragraph can be copied on the article’s page.`,
  };
}

function unknown(id: string, known: ReadonlySet<string>): Fault {
  const guess = nearest(id, known);
  return {
    what: `No article has the id “${id}”.`,
    why: 'The link would be dead.',
    remedy:
      guess === undefined
        ? 'Write the path below articles/ without its ending: <year>/<slug>.'
        : `Did you mean “${guess}”?`,
  };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
