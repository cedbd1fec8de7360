import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from '../formats/hosts/headers-file.ts';
import { SECURITY_TXT, securityTxt } from '../formats/hosts/security-txt.ts';
import { currentArchive } from '../record/current-archive.ts';
import { PACKAGE_ROOT } from '../record/package-root.ts';
import { sharedRecord } from '../record/shared-record.ts';

const ICON = '/favicon.svg';

/**
 * Writes what hosts read from the folder of the site: `_headers` (Netlify, Cloudflare), with a
 * policy that fits all pages; `.nojekyll`, so that GitHub Pages leaves no file out; `security.txt`.
 */
export function hostFiles(): AstroIntegration {
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
        // Every page names this picture; an archive that has none of its own gets that of a new archive.
        if (!existsSync(path.join(site, ICON))) {
          write(ICON, readFileSync(path.join(PACKAGE_ROOT, 'template/public', ICON), 'utf8'));
        }
        const security = securityTxt(sharedRecord(currentArchive().folders.content).settings);
        if (security !== undefined) write(SECURITY_TXT, security);
      },
    },
  };
}
