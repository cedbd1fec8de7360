import { partsOfArticles } from '../compile/withdrawn-parts.ts';
import { articleAddress } from '../model/address.ts';
import { unitInWords } from '../model/date/words.ts';
import { yamlText } from './entry-text.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Tombstone } from './withdrawn-texts.ts';
import { readYaml } from './yaml-mapping.ts';

/** What of a dossier is not published as it stands, until a person has edited it. */
export interface HeldBack {
  readonly line: number;
  /** Id of the withdrawn article. */
  readonly article: string;
  /** The whole dossier, or one quotation or card in it. */
  readonly whole: boolean;
}

/** A dossier as it is published. */
export interface PublishedDossier {
  readonly text: string;
  readonly heldBack: readonly HeldBack[];
}

/**
 * A dossier as it may be published after articles were withdrawn: in the place of each quotation and card
 * of such an article stands that it was withdrawn. Where sentences of it stand elsewhere in the text, nothing but a
 * note of that is left. The result is a dossier like any other, for pages, exports and `restore`.
 *
 * @param digest SHA-256 of the dossier's bytes
 */
export function publishedDossier(
  text: string,
  digest: string,
  tombstones: readonly Tombstone[],
): PublishedDossier {
  const quoted = tombstones.find(({ data }) => data.withdrawn?.quotedIn?.includes(digest));
  if (quoted !== undefined) return noteAlone(text, quoted);
  const byId = new Map(tombstones.map((one) => [one.id, one]));
  const split = splitFrontMatter(text);
  const parts = split && byId.size > 0 ? partsOfArticles(split.body, byId) : undefined;
  if (split === undefined || parts === undefined) return { text, heldBack: [] };
  const front = text.slice(0, text.length - split.body.length);
  const heldBack: HeldBack[] = [];
  let [body, at] = ['', 0];
  for (const { article, start, end, isInline } of parts) {
    const element = split.body.slice(start, end);
    const line = split.linesAboveBody + split.body.slice(0, start).split('\n').length;
    heldBack.push({ line, article, whole: false });
    const note = noteOf(byId.get(article));
    // As many lines as before: what is told of later ones must be true.
    const ends = '\n'.repeat(element.split('\n').length - 1);
    body += `${split.body.slice(at, start)}${isInline ? note : `> ${note}${ends}`}`;
    at = end;
  }
  body += split.body.slice(at);
  return { text: front + withoutPlaces(body, byId), heldBack };
}

function noteOf(tombstone: Tombstone | undefined): string {
  return `[An article that was withdrawn${dayOf(tombstone)}](${articleAddress(tombstone?.id ?? '')}) was quoted here.`;
}

function dayOf(tombstone: Tombstone | undefined): string {
  const day = tombstone?.data.withdrawn?.date;
  return day === undefined ? '' : ` on ${unitInWords(day)}`;
}

/** Links to a paragraph of a withdrawn article, or to a file of it, lead to what is left of it. */
function withoutPlaces(body: string, withdrawn: { readonly keys: () => Iterable<string> }): string {
  let text = body;
  for (const id of withdrawn.keys()) {
    const place = new RegExp(
      `/(?:articles|captures)/${id}(?:\\.capture)?\\.(?:html|json|bib|ris|txt|bin)(?:#[^\\s)"'<>]*)?`,
      'g',
    );
    text = text.replace(place, articleAddress(id));
  }
  return text;
}

/** Title and description may hold the words too. */
function noteAlone(text: string, { id, data }: Tombstone): PublishedDossier {
  const { mapping } = readYaml(splitFrontMatter(text)?.yaml ?? '', { file: '', linesAbove: 1 });
  const fields = (mapping?.data ?? {}) as Record<string, unknown>;
  const day = dayOf({ id, file: '', data });
  const front = yamlText({
    ...fields,
    title: 'A dossier that is being revised',
    description: 'This dossier quoted an article that was withdrawn; its editors are revising it.',
  });
  return {
    text: `---\n${front}---\n\nThis dossier quoted [an article that was withdrawn${day}](${articleAddress(id)}). It comes back when its editors have revised it.\n`,
    heldBack: [{ line: 1, article: id, whole: true }],
  };
}
