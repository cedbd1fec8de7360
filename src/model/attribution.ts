/**
 * Who writes the citations, as the author of citeproc-js wants it said wherever they are shown (CPAL 1.0,
 * section 14 and Exhibit B; the phrase stands in the heads of its earlier versions).
 */
export const ATTRIBUTION = {
  phrase: 'Citations by CSL (citeproc-js)',
  address: 'http://citationstyles.org/',
} as const;

const NOTICE = `/*! ${ATTRIBUTION.phrase}, ${ATTRIBUTION.address} citeproc-js, Copyright (c) 2009-2019 Frank Bennett, CPAL 1.0 or AGPL 3, https://github.com/Juris-M/citeproc-js */`;

/**
 * The notice that a script must carry, which minifying takes out of it.
 *
 * @param modules that the script was bundled from, as paths
 * @returns a comment; nothing where none of them asks for one
 */
export function noticeOf(modules: readonly string[]): string {
  return modules.some((module) => /[\\/]node_modules[\\/]citeproc[\\/]/.test(module)) ? NOTICE : '';
}
