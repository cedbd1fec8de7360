import { headerRules, TYPES } from './headers.ts';

/**
 * A Caddyfile. Address and folder can be set by PRESSMARK_ADDRESS and PRESSMARK_ROOT.
 *
 * @param baseUrl full address of the site
 */
export function caddyfile(baseUrl: string): string {
  const { host, pathname } = new URL(baseUrl);
  const rules = headerRules().map(({ path, headers }) =>
    [
      `\t\theader ${path === '/*' ? '' : `${path} `}{`,
      ...Object.entries(headers).map(([name, value]) => `\t\t\t${name} ${quoted(value)}`),
      '\t\t}',
    ].join('\n'),
  );
  const types = Object.entries(TYPES).map(
    ([ending, type]) =>
      // Deferred, because the file server has its own opinion of types.
      `\t\t@${ending} path *.${ending}\n\t\theader @${ending} {\n\t\t\tContent-Type ${quoted(type)}\n\t\t\tdefer\n\t\t}`,
  );
  return `# Made by “npm run hosts”. Make it again after an update: the headers may have changed.
{$PRESSMARK_ADDRESS:${host}} {
	root * {$PRESSMARK_ROOT:/srv/pressmark}
	encode zstd gzip
	handle ${pathname}* {
		route {
		@other not method GET HEAD
		error @other 405
		uri strip_prefix ${pathname === '/' ? '/' : pathname.slice(0, -1)}
${rules.join('\n')}
${types.join('\n')}
		file_server
		}
	}
	handle {
		error 404
	}
	handle_errors {
		header Content-Security-Policy ${quoted(headerRules()[0]?.headers['Content-Security-Policy'] ?? '')}
		header X-Content-Type-Options nosniff
		@missing expression {err.status_code} == 404
		handle @missing {
			rewrite * /404.html
			file_server
		}
		respond "{err.status_code} {err.status_text}"
	}
}
`.replace(pathname === '/' ? '\t\turi strip_prefix /\n' : '', '');
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
