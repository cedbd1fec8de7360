import type { Block } from '../compile/body-writer.ts';
import type { DossierMention, DossierQuote } from '../compile/dossier-parts.ts';
import { publishedPart } from '../compile/published-part.ts';
import { nearest } from '../model/names/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadArticle } from './read-articles.ts';
import type { ReadDossier } from './read-dossiers.ts';
import type { ArticleEntry } from './types.ts';

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
    ...parts.mentions.flatMap((mention) => {
      const article = byId.get(mention.article);
      const problem = article ? missing(mention, article) : unknown(mention.article, known);
      return problem ? [{ file, line: mention.line, ...problem }] : [];
    }),
  ]);
}

type Fault = Pick<Problem, 'what' | 'why' | 'remedy'>;

function faultOf({ at, text, article: id }: DossierQuote, article: ReadArticle): Fault | undefined {
  const { entry } = article;
  // An article that could not be read has problems of its own, and then nothing is built.
  if (entry === undefined) return undefined;
  const { access } = entry.data;
  const { blocks } = publishedPart(entry.body, access);
  if (blocks.some((block) => block.anchor === at && block.text.includes(text))) return undefined;
  const elsewhere = blocks.find((block) => block.text.includes(text))?.anchor;
  if (elsewhere === undefined && access !== 'full') return withheld(id, access);
  if (!blocks.some(({ anchor }) => anchor === at)) return noParagraph(at, blocks);
  return {
    what: `The quotation “${shortened(text)}” does not stand in paragraph ${at} of ${id}.`,
    why: 'A quotation has to be what was printed, word for word and mark for mark, where its link leads.',
    remedy: elsewhere
      ? `It stands in paragraph ${elsewhere}: write at="${elsewhere}".`
      : `Copy it from articles/${id}.mdx, with the quotation marks and dashes that stand there.`,
  };
}

/** What a card or a link leads to has to be there. */
function missing(
  { article: id, at, isCard, isPicture }: DossierMention,
  article: ReadArticle,
): Fault | undefined {
  const { entry } = article;
  if (entry === undefined) return undefined;
  if (isCard && entry.data.access === 'withdrawn') {
    return {
      what: `There is a card of ${id}, which has been withdrawn.`,
      why: 'A withdrawn article stands in no list; its headline and names would go on being shown.',
      remedy: 'Remove the card; a link to the address of the article may stay.',
    };
  }
  if (isPicture) return noPicture(id, at, entry);
  // What is left of a withdrawn article has no paragraphs; a link to it may stay.
  const isGone = entry.data.access === 'withdrawn';
  if (isGone || at === undefined || !/^p\d+$/.test(at)) return undefined;
  const { blocks } = publishedPart(entry.body, entry.data.access);
  return blocks.some(({ anchor }) => anchor === at) ? undefined : noParagraph(at, blocks);
}

/** Pictures are named by the paragraph that holds their caption. */
function noPicture(
  id: string,
  at: string | undefined,
  { body, data: { access } }: ArticleEntry,
): Fault | undefined {
  // That a picture was withdrawn is said in its place.
  if (access === 'withdrawn') return undefined;
  const pictures = publishedPart(body, access).blocks.filter(({ kind }) => kind === 'figure');
  if (pictures.some(({ anchor }) => anchor === at)) return undefined;
  const anchors = [...new Set(pictures.map(({ anchor }) => anchor))];
  return {
    what: `No picture of ${id} stands at “${at}”.`,
    why: 'It would show nothing.',
    remedy:
      anchors.length === 0
        ? 'Remove the component: what is published of this article has no pictures.'
        : `Use ${anchors.map((anchor) => `at="${anchor}"`).join(' or ')}.`,
  };
}

function withheld(id: string, access: string): Fault {
  return {
    what: `A quotation is taken from ${id}, whose “access” is “${access}”, and does not stand in what is published of it.`,
    why: 'The build would publish words that somebody decided not to publish.',
    remedy: 'Remove the quotation.',
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
