import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkConservation } from '../../../record/conservation/check.ts';
import type { SiteRule } from './rule.ts';

/** Every article stands once among pages, search, feeds, sitemap and data. */
export const conservedRule: SiteRule = ({ folder, record }) =>
  checkConservation((address) => {
    const file = path.join(folder, address);
    return existsSync(file) ? file : undefined;
  }, record);
