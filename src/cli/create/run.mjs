// Plain JavaScript without dependencies: “npm create pressmark” runs it on any Node, before anything is installed.
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ANSWERS, readAnswers } from './answers.mjs';
import { folderFault, layDown } from './lay-down.mjs';

const usage = (
  name,
) => `Usage: ${name} FOLDER [-y] [--title "…"] [--language en] [--address https://…/] [--contact keeper@…]

Makes a new archive in FOLDER, which must be empty or missing: settings, an empty record, a workflow that publishes
it, and a README for its keeper. What no option says is asked.

  -y, --yes    asks nothing: what no option says is an example, to be replaced in content/archive.yml
  --pressmark  which Pressmark it depends on, as npm spells it`;

/**
 * Makes a new archive.
 *
 * @param args command line
 * @param name how the command was called, for its usage
 * @param template folder of the files that every archive begins with
 * @param spec which Pressmark an archive depends on, as npm spells it
 * @param lock file of the lock of Pressmark
 * @param from folder in which the command was called
 * @returns exit status
 */
export async function create(args, { name, template, spec, lock, from }) {
  const fail = (message) => {
    console.error(message);
    return 1;
  };
  let parsed;
  try {
    const text = { type: 'string' };
    const flag = (short) => ({ type: 'boolean', short, default: false });
    const answers = Object.fromEntries(ANSWERS.map((answer) => [answer, text]));
    const options = { ...answers, pressmark: text, yes: flag('y'), help: flag('h') };
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    return fail(`${error.message}\n\n${usage(name)}`);
  }
  const { yes, help, pressmark = spec, ...flags } = parsed.values;
  if (help) {
    console.log(usage(name));
    return 0;
  }
  const [typed, ...others] = parsed.positionals;
  if (typed === undefined) return fail(`No folder was named.\n\n${usage(name)}`);
  if (others.length > 0) return fail(`“${others[0]}” was not expected here.\n\n${usage(name)}`);
  const folder = resolve(from, typed);
  const fault = folderFault(folder);
  if (fault !== undefined) {
    return fail(
      `${fault}\nA new archive is made in a folder that is empty or missing, so that nothing of yours is replaced. Nothing was written.`,
    );
  }
  const { answers, problems } = await readAnswers(flags, { yes });
  if (problems !== undefined) return fail(`${problems.join('\n')}`);
  layDown(folder, answers, { template, spec: pressmark, lock });
  const where = relative(from, folder) || '.';
  console.log(
    [
      `Made the archive “${answers.title}” in ${folder}.`,
      '',
      'Next:',
      ...(where === '.' ? [] : [`  cd ${where}`]),
      '  npm install',
      '  npm run add -- saved-page.html     add an article',
      '  npm run dev                        look at the site while you edit',
      '',
      'Its README.md says the rest. Look through content/archive.yml before you publish.',
    ].join('\n'),
  );
  return 0;
}
