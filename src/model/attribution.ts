/**
 * Who writes the citations, as the author of citeproc-js wants it said wherever they are shown (CPAL 1.0,
 * section 14 and Exhibit B; the phrase stands in the heads of its earlier versions).
 */
export const ATTRIBUTION = {
  phrase: 'Citations by CSL (citeproc-js)',
  address: 'http://citationstyles.org/',
} as const;

const NOTICE = `/*! ${ATTRIBUTION.phrase}, ${ATTRIBUTION.address} citeproc-js, Copyright (c) 2009-2019 Frank Bennett, CPAL 1.0 or AGPL 3, https://github.com/Juris-M/citeproc-js */`;

const STEMMERS =
  '/*! @orama/stemmers, Copyright 2023 OramaSearch Inc., Apache-2.0; after Snowball, Copyright (c) 2001 Dr Martin Porter, (c) 2004, 2005 Richard Boulton, BSD-3-Clause */';

/** Libraries whose notices must stay in a script that holds them. */
const NOTICES: readonly (readonly [module: RegExp, notice: string])[] = [
  [/[\\/]node_modules[\\/]citeproc[\\/]/, NOTICE],
  [/[\\/]node_modules[\\/]@orama[\\/]stemmers[\\/]/, STEMMERS],
];

/**
 * The notices that a script must carry, which minifying takes out of it.
 *
 * @param modules that the script was bundled from, as paths
 * @returns comments; nothing where none of them asks for one
 */
export function noticeOf(modules: readonly string[]): string {
  return NOTICES.filter(([module]) => modules.some((one) => module.test(one)))
    .map(([, notice]) => notice)
    .join('\n');
}
