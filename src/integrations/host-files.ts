import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from '../formats/hosts/headers-file.ts';
import { SECURITY_TXT, securityTxt } from '../formats/hosts/security-txt.ts';
import type { Folders } from '../record/folders.ts';
import { sharedRecord } from '../record/shared-record.ts';

/**
 * Writes what hosts read from the folder of the site: `_headers` (Netlify, Cloudflare), with a
 * policy that fits all pages; `.nojekyll`, so that GitHub Pages leaves no file out; `security.txt`.
 */
export function hostFiles({ folders: { content } }: { folders: Folders }): AstroIntegration {
  return {
    name: 'pressmark:host-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const site = fileURLToPath(dir);
        const write = (address: string, text: string) => {
          const file = path.join(site, address);
          mkdirSync(path.dirname(file), { recursive: true });
          writeFileSync(file, text);
        };
        write('/_headers', headersFile());
        write('/.nojekyll', '');
        const security = securityTxt(sharedRecord(content).settings);
        if (security !== undefined) write(SECURITY_TXT, security);
      },
    },
  };
}
