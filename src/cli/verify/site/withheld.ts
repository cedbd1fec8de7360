import { publishedPart } from '../../../compile/published-part.ts';
import { shinglesOf } from '../../../model/shingles.ts';
import { findSentences } from '../../sentences/find-sentences.ts';
import type { SiteRule } from './rule.ts';

/** No file of the site holds words of an article that its access does not let out. */
export const withheldRule: SiteRule = ({ folder, record }) => {
  const owners = new Map<string, string>();
  for (const { file, data, body } of record.articles) {
    if (data.access === 'full') continue;
    for (const { text } of body.blocks) {
      for (const shingle of shinglesOf(text)) owners.set(shingle, file);
    }
  }
  // What others publish, or the excerpt and the archive's own words, may be read.
  for (const { data, body } of owners.size > 0 ? record.articles : []) {
    const open = publishedPart(body, data.access).blocks.map(({ text }) => text);
    const own = [
      data.note ?? '',
      ...Object.values(data.supplied).map((fact) => fact?.evidence ?? ''),
    ];
    for (const text of [data.title, ...open, ...own]) {
      for (const shingle of shinglesOf(text)) owners.delete(shingle);
    }
  }
  return [...findSentences(folder, new Set(owners.keys()))].map(({ file, words }) => ({
    file: `/${file}`,
    what: `This file holds words of ${owners.get(words)} that are withheld: “${words} …”.`,
    why: 'What somebody decided not to publish is published.',
    remedy:
      'Run “npm run build -- --cold”, or take the words out if they were put there by hand; if they come back, report it.',
  }));
};
