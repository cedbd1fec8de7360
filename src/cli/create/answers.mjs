// Plain JavaScript without dependencies: “npm create pressmark” runs it on any Node, before anything is installed.
import { createInterface } from 'node:readline/promises';

/** What is asked of a new archive: its flag, the question, and what is wrong with an answer. */
const QUESTIONS = [
  {
    name: 'title',
    asks: 'Name of the archive',
    proposes: () => 'My archive',
    fault: (text) => {
      if (text.trim() === '') return 'is empty';
      if (/[\p{Cc}\u2028\u2029\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text))
        return 'holds a line break or a control character';
      return /[\u202a-\u202e\u2066-\u2069]/u.test(text)
        ? 'holds a mark that turns the direction of writing; leave it out'
        : undefined;
    },
  },
  {
    name: 'language',
    asks: 'Language of most articles, as a BCP 47 tag (en, be, pt-BR)',
    proposes: () => 'en',
    fault: (text) =>
      isLanguage(text) ? undefined : 'is not a language tag; write one as in “en”, “be” or “pt-BR”',
  },
  {
    name: 'address',
    asks: 'Address under which it will be published',
    proposes: () => 'https://example.org/',
    fault: (text) =>
      isAddress(text)
        ? undefined
        : 'is not a web address; write it in full, as in https://example.org/archive/',
  },
  {
    name: 'contact',
    asks: 'E-mail address for questions and takedowns',
    proposes: () => 'archive@example.org',
    fault: (text) =>
      MAIL.test(text) ? undefined : 'is not an e-mail address; write one as in keeper@example.org',
  },
];

/** As the schema of archive.yml has it, which is that of zod. */
const MAIL =
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

function isLanguage(text) {
  try {
    return /^[a-z]{2,3}(?:-|$)/.test(text) && Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

function isAddress(text) {
  if (!/^https?:\/\/[^\s?#]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** Names of the flags that answer a question. */
export const ANSWERS = QUESTIONS.map(({ name }) => name);

/**
 * Everything that a new archive is asked, from flags or from the person.
 *
 * @param flags answers that were typed as flags
 * @param yes ask nothing: what no flag says is an example, which `verify` asks to replace
 * @returns the answers, or in words what keeps them from being had
 */
export async function readAnswers(flags, { yes, input = process.stdin, output = process.stderr }) {
  const wrong = QUESTIONS.flatMap(({ name, fault }) => {
    const what = flags[name] === undefined ? undefined : fault(flags[name]);
    return what === undefined ? [] : [`--${name} “${flags[name]}” ${what}.`];
  });
  if (wrong.length > 0) return { problems: wrong };
  const open = QUESTIONS.filter(({ name }) => flags[name] === undefined);
  const answers = { ...flags };
  if (yes || open.length === 0) {
    for (const { name, proposes } of open) answers[name] = proposes();
  } else if (!(input.isTTY && output.isTTY)) {
    const missing = open.map(({ name }) => `--${name}`).join(', ');
    return {
      problems: [
        `Cannot ask: this is not a terminal. Add ${missing}, or -y to begin with examples.`,
      ],
    };
  } else if (!(await ask(open, answers, { input, output }))) {
    return { problems: ['Nothing was written.'] };
  }
  return { answers: { ...answers, address: answers.address.replace(/\/*$/, '/') } };
}

/** @returns whether all were answered; the input may end before */
async function ask(questions, answers, { input, output }) {
  const lines = createInterface({ input, output });
  const ended = new Promise((resolve) => lines.once('close', () => resolve(undefined)));
  try {
    for (const { name, asks, proposes, fault } of questions) {
      const proposed = proposes();
      for (;;) {
        const typed = await Promise.race([lines.question(`${asks} [${proposed}]: `), ended]);
        if (typed === undefined) return false;
        const answer = typed.trim() || proposed;
        const what = fault(answer);
        if (what === undefined) {
          answers[name] = answer;
          break;
        }
        output.write(`  “${answer}” ${what}.\n`);
      }
    }
    return true;
  } finally {
    lines.close();
  }
}
