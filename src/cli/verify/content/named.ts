import { KINDS } from '../../../model/kinds.ts';
import { mentionFinder } from '../../../model/names/mentions.ts';
import { spellingsOf } from '../../../model/names/spellings-of.ts';
import type { ContentRule, Finding } from '../finding.ts';

/**
 * An article lists the people and places that its words name, and no others. All kinds of record
 * take part in the search, so that "Radio Free Europe" is an outlet and not the continent.
 */
export const namedRule: ContentRule = ({ record }) => {
  const find = mentionFinder(
    KINDS.flatMap((kind) => record.authorities[kind].flatMap(spellingsOf)),
  );
  return record.articles.flatMap(({ file, data, body }) => {
    const found = new Map<string, string>();
    for (const text of [data.title, ...body.blocks.map((block) => block.text)]) {
      for (const mention of find(text)) found.set(mention.owner, mention.text);
    }
    return (['people', 'places'] as const).flatMap((kind) => {
      const listed = new Set(data[kind]);
      const named = [...found].filter(([owner]) => owner.startsWith(`${kind}/`));
      return [
        ...named
          .map(([owner, spelling]) => ({ id: owner.slice(kind.length + 1), spelling }))
          .filter(({ id }) => !listed.has(id))
          .map(({ id, spelling }) => unlisted(file, kind, id, spelling)),
        ...[...listed]
          .filter((id) => !found.has(`${kind}/${id}`))
          .map((id) => unnamed(file, kind, id)),
      ];
    });
  });
};

function unlisted(file: string, kind: string, id: string, spelling: string): Finding {
  return {
    file,
    advice: true,
    what: `The text says “${spelling}”, a spelling of ${kind}/${id}, and “${kind}” does not list it.`,
    why: 'The article is missing from that record’s page.',
    remedy: `Add “${id}” to “${kind}”, unless somebody or something else is meant.`,
  };
}

function unnamed(file: string, kind: string, id: string): Finding {
  return {
    file,
    advice: true,
    what: `“${kind}” lists “${id}”, and no spelling of that record stands in the text.`,
    why: 'Readers who follow the name find an article that does not hold it.',
    remedy: `Add the spelling that the text uses to ${kind}/${id}.yml, or take the id out.`,
  };
}
