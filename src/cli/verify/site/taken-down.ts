import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { articleAddress, captureAddress, captureBytesAddress } from '../../../model/address.ts';
import { plainWords } from '../../../model/shingles.ts';
import { textsOf } from '../../sentences/texts-of.ts';
import type { Finding } from '../finding.ts';
import type { SiteRule } from './rule.ts';

/** At the addresses of a withdrawn article the site has its tombstone, and neither its text nor its capture. */
export const takenDownRule: SiteRule = ({ folder, record }) =>
  record.withdrawn.flatMap((article) => {
    const reason = plainWords(article.data.withdrawn?.reason ?? '').join(' ');
    const pages = [articleAddress(article.id), captureAddress(article.id)].filter((address) => {
      const file = path.join(folder, address);
      // A tombstone says why; the page of an article doesn't.
      const says = (text: string) => plainWords(text).join(' ').includes(reason);
      return existsSync(file) && ![...textsOf(readFileSync(file))].some(says);
    });
    const bytes = [captureBytesAddress(article.id)].filter((address) =>
      existsSync(path.join(folder, address)),
    );
    return [...pages, ...bytes].map(
      (file): Finding => ({
        file,
        what: `The site still shows ${article.id}, which was withdrawn on ${article.data.withdrawn?.date ?? 'an unknown day'}.`,
        why: 'The site is older than the withdrawal; what somebody decided to take down is published.',
        remedy: 'Run “npm run build” and publish the site again.',
      }),
    );
  });
