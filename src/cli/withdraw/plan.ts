import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sentence } from '../../model/schema/fields.ts';
import { plainWords, shinglesOf } from '../../model/shingles.ts';
import { listFiles } from '../../record/content-files.ts';
import { sha256 } from '../../record/hash.ts';
import { MANIFEST_FILE } from '../../record/manifest.ts';
import { publishedDossier } from '../../record/published-dossier.ts';
import type { ReadArticle } from '../../record/read-articles.ts';
import type { Withdrawal } from '../../record/withdraw-files.ts';
import { type Return, type Tombstone, WithdrawnTexts } from '../../record/withdrawn-texts.ts';
import { UsageError } from '../arguments.ts';
import type { WithdrawArguments } from './arguments.ts';
import { findArticle, type Leaving } from './find-article.ts';
import { marksOf } from './known-again.ts';
import { type KnownAgain, tombstone } from './tombstone.ts';

/** What is to be withdrawn, and how. */
export type Asked = Pick<WithdrawArguments, 'reason' | 'keepTitle' | 'outlet'> & {
  readonly id: string;
};

/** A dossier that shows something of the article. */
export interface Quoting {
  readonly file: string;
  readonly digest: string;
  /** Whether sentences stand in it besides quotations and cards, so that all of it has to be held back. */
  readonly whole: boolean;
}

/** What a withdrawal will do, worked out before anything is changed. */
export interface WithdrawPlan {
  readonly leaving: Leaving;
  readonly withdrawal: Withdrawal;
  /** Captures that stay because other articles have them as theirs too. */
  readonly shared: readonly string[];
  /** Every run of eight words of headline and text, to look for elsewhere. */
  readonly words: ReadonlySet<string>;
  /** SHA-256 of its captures. */
  readonly hashes: readonly string[];
  readonly known: KnownAgain;
  /** Articles with nearly the same text, the same capture or the same address. */
  readonly alike: readonly { readonly id: string; readonly found: Return }[];
  readonly quoting: readonly Quoting[];
}

/**
 * @param articles all entries, whole, as far as they could be read
 * @param day of the withdrawal, 2026-01-31
 * @throws UsageError for an article that is not there or cannot be withdrawn by itself
 */
export async function planWithdrawal(
  folder: string,
  articles: readonly ReadArticle[],
  { id, reason, keepTitle, outlet }: Asked,
  day: string,
): Promise<WithdrawPlan> {
  const leaving = findArticle(folder, articles, id, { outlet });
  const wrong = sentence.safeParse(reason ?? '');
  if (!wrong.success) {
    throw new UsageError(
      'Say why with --reason "…", in a sentence of at least 20 characters: readers will see it at the address.',
    );
  }
  if (!existsSync(path.join(folder, MANIFEST_FILE))) {
    throw new UsageError(
      `There is no ${MANIFEST_FILE}. Nothing was changed. Run “npm run seal -- --all” first.`,
    );
  }
  const { known, texts, hashes } = await marksOf(folder, leaving);
  const others = articles.filter((one) => one.id !== id && one.data.access !== 'withdrawn');
  const owned = new Set(others.flatMap(({ data }) => data.capture?.file ?? []));
  const title = leaving.data.title ?? '';
  const words = new Set([title, ...texts].flatMap((text) => shinglesOf(text)));
  const { file, data } = leaving;
  const withdrawn = { date: day, reason: wrong.data, ...known };
  const alike = alikeAmong(others, { id, file, data: { ...data, withdrawn } });
  const shown = keepTitle ? new Set(texts.flatMap((text) => shinglesOf(text))) : words;
  const quoting = quotingDossiers(folder, { id, file, data: { withdrawn } }, shown);
  const held = quoting.filter(({ whole }) => whole).map(({ digest }) => digest);
  const all: KnownAgain = {
    ...known,
    ...(alike.length > 0 && { alsoIn: alike.map((one) => one.id) }),
    ...(held.length > 0 && { quotedIn: held }),
  };
  const text = tombstone(data, { reason: wrong.data, day, keepTitle, known: all });
  return {
    leaving,
    withdrawal: {
      entry: { file, text },
      remove: leaving.captures.filter((one) => !owned.has(one)),
    },
    shared: leaving.captures.filter((one) => owned.has(one)),
    words,
    hashes,
    known: all,
    alike,
    quoting,
  };
}

function alikeAmong(others: readonly ReadArticle[], gone: Tombstone): WithdrawPlan['alike'] {
  const known = new WithdrawnTexts([gone]);
  return others.flatMap(({ id, data, entry }) => {
    const text = (entry?.body.blocks ?? []).map((block) => block.text);
    const [found] = known.find({ hash: data.capture?.sha256, addresses: [data.url], text });
    return found === undefined ? [] : [{ id, found }];
  });
}

/** Dossiers as they lie there, right or wrong. */
function quotingDossiers(
  folder: string,
  gone: Tombstone,
  words: ReadonlySet<string>,
): readonly Quoting[] {
  const files = listFiles(folder).files.filter((file) => /^dossiers\/.*\.mdx$/.test(file));
  return files.flatMap((file): Quoting[] => {
    const bytes = readFileSync(path.join(folder, file));
    const digest = sha256(bytes);
    const { text, heldBack } = publishedDossier(bytes.toString('utf8'), digest, [gone]);
    const whole = [text, plainWords(text).join(' ')].some((one) =>
      shinglesOf(one).some((run) => words.has(run)),
    );
    return whole || heldBack.length > 0 ? [{ file, digest, whole }] : [];
  });
}
