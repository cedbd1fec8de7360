import { type IncomingHttpHeaders, request } from 'node:http';

/**
 * Other spellings of the address of a capture, as no program that follows links would send them: a server
 * that finds the file by one of them must not let it run.
 *
 * @param address below the site, with its slash: /captures/2019/x.bin
 */
export function spellingsOf(address: string): string[] {
  const [, folder = '', rest = ''] = /^\/([^/]+)\/(.*)$/.exec(address) ?? [];
  const escaped = `%${folder.charCodeAt(0).toString(16)}${folder.slice(1)}`;
  return [
    address,
    `/${folder}//${rest}`,
    `//${folder}/${rest}`,
    `///${folder}///${rest}`,
    `/./${folder}/${rest}`,
    `/${folder}/./${rest}`,
    `/articles/../${folder}/${rest}`,
    `/articles/%2e%2e/${folder}/${rest}`,
    `/${escaped}/${rest}`,
    `/${escaped.toUpperCase()}/${rest}`,
    `/${[...folder].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')}/${rest}`,
    `/${folder}%2f${rest}`,
    `/%2f${folder}/${rest}`,
    `/${folder}/${rest}?x=/index.html`,
    `/${folder}/${rest}#x`,
    `/${folder}/${rest}/`,
    `/${folder}/${rest}%20`,
    `/${folder}/${rest}.`,
    `/${folder}/${rest}::$DATA`,
    `/${folder}/${rest};x=1`,
    `/${folder}\\${rest}`,
    `/${folder.toUpperCase()}/${rest}`,
    `/${folder}/${rest.toUpperCase()}`,
    `/${folder}/${rest.replace(/bin$/, 'BIN')}`,
  ];
}

/** Asks for every spelling; what is found must be sent as a file to be saved, with a policy that lets nothing run. */
export async function checkSpellings(
  base: string,
  address: string,
): Promise<{ readonly asked: number; readonly wrong: readonly string[] }> {
  const wrong: string[] = [];
  const spellings = spellingsOf(address);
  let found = 0;
  for (const spelling of spellings) {
    const { status, headers } = await ask(base, spelling);
    if (status !== 200) continue;
    found++;
    const isSaved = /^attachment/.test(headers['content-disposition'] ?? '');
    const isBound = /sandbox/.test(String(headers['content-security-policy'] ?? ''));
    if (!isSaved || !isBound) wrong.push(`${spelling} is shown and not saved`);
  }
  // The plain address and that with a query at the least; otherwise nothing was tested.
  if (found < 2) wrong.push(`only ${found} spellings of ${address} are found`);
  return { asked: spellings.length, wrong };
}

/** As it is spelled: fetch would put it right first. */
function ask(
  base: string,
  spelling: string,
): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  const { hostname, port, pathname } = new URL(base);
  return new Promise((resolve, reject) => {
    request(
      { host: hostname, port, path: `${pathname.replace(/\/$/, '')}${spelling}` },
      (response) => {
        response
          .resume()
          .on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers }),
          );
      },
    )
      .on('error', reject)
      .end();
  });
}
