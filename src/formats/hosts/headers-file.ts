import { headerRules, TYPES } from './headers.ts';

/**
 * `_headers`, which Netlify and Cloudflare Pages read from the folder of the site. Where two rules fit
 * they send both policies, and a browser obeys both.
 */
export function headersFile(): string {
  const types = Object.entries(TYPES).map(([ending, type]) => ({
    path: `/*.${ending}`,
    headers: { 'Content-Type': type },
  }));
  return [...headerRules(), ...types]
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${path}\n${lines.join('')}`;
    })
    .join('');
}
