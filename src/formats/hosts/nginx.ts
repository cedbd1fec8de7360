import { headerRules, TYPES } from './headers.ts';

/** Where nginx serves the site. */
export interface NginxPlace {
  readonly listen: string;
  readonly root: string;
}

/**
 * A file for nginx's `conf.d`. nginx drops the headers of a server where a location sets one, so each
 * header is set once, with a value that depends on the address: on the one that nginx serves, with its
 * escapes undone and its slashes merged, and in capitals too, because some disks do not tell them apart.
 *
 * @param baseUrl full address of the site
 */
export function nginxConfig(
  baseUrl: string,
  { listen, root }: NginxPlace = { listen: '80', root: '/srv/pressmark' },
): string {
  const { hostname, pathname } = new URL(baseUrl);
  const base = pathname.slice(0, -1);
  const rules = headerRules();
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
  const maps = names.map((name) => {
    const own = rules.filter(({ path, headers }) => path !== '/*' && headers[name] !== undefined);
    const lines = own.map(
      ({ path, headers }) => `  "~*^${pattern(base)}${path.slice(0, -1)}" "${headers[name]}";`,
    );
    const others = rules.find(({ path }) => path === '/*')?.headers[name] ?? '';
    return `map $uri ${variable(name)} {\n  default "${others}";\n${lines.join('\n')}${lines.length > 0 ? '\n' : ''}}`;
  });
  const types = Object.entries(TYPES).map(([ending, type]) => {
    return `    ${type.replace('; charset=utf-8', '')} ${ending};`;
  });
  return `# Made by “npm run hosts”. Make it again after an update: the headers may have changed.
${maps.join('\n')}

server {
  listen ${listen};
  server_name ${hostname};
  include /etc/nginx/mime.types;
  types {
${types.join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/html text/plain text/xml text/css text/csv application/javascript text/javascript application/xml application/x-bibtex application/x-ndjson text/x-opml application/x-research-info-systems;
  server_tokens off;
  merge_slashes on;
  gzip on;
  gzip_types text/plain text/css text/csv application/javascript text/javascript application/json application/xml text/xml application/x-ndjson image/svg+xml;
${names.map((name) => `  add_header ${name} ${variable(name)} always;`).join('\n')}
  if ($request_method !~ ^(GET|HEAD)$) {
    return 405;
  }
  error_page 404 ${base}/404.html;
  location ${base}/ {
    alias ${root}/;
    index index.html;
  }
}
`;
}

/** A path as a pattern that fits it alone. */
function pattern(path: string): string {
  return decodeURI(path).replace(/[.*+?^${}()|[\]\\"]/g, '\\$&');
}

function variable(name: string): string {
  return `$pressmark_${name.toLowerCase().replaceAll('-', '_')}`;
}
