import type { Reading } from './reading.ts';
import { CaptureRefused } from './refused.ts';
import { countWords } from './words.ts';

const BOT_CHECK =
  /^(?:just a moment|attention required|access (?:denied|to this page)|are you (?:a )?(?:human|robot)|please (?:verify|wait|enable)|verify(?:ing)? (?:you|that you)|checking your browser|security check|one more step|ddos-guard|pardon our interruption|robot check|human verification|you have been blocked|проверка браузера|один момент|checking if the site)/iu;
const BOT_WORDS =
  /\b(?:captcha|cloudflare|ray id|verify (?:that )?you are (?:a )?human|checking your browser|enable javascript and cookies|unusual traffic|ddos-guard|automated (?:access|requests)|datadome|perimeterx)\b/iu;
const ERROR_TITLE =
  /^(?:(?:error )?(?:40[0134]|410|429|50[0234])\b.{0,40}|(?:page|article|file|document) (?:not found|unavailable|no longer (?:available|exists)).{0,30}|not found|bad gateway|service unavailable|internal server error|too many requests|forbidden|страница не найдена.{0,20}|ошибка 404.{0,20})$/iu;

/** Fewer words than these are no article. */
const LEAST = 15;

/**
 * Keeps out pages that a server sends instead of an article: bot checks, error pages, empty ones.
 *
 * @throws CaptureRefused
 */
export function refuseNoArticle({ title = '', passages }: Reading): void {
  const text = passages.map((passage) => passage.text).join(' ');
  const words = countWords(text);
  const isShort = words < 150;
  if (isShort && (BOT_CHECK.test(title.trim()) || BOT_WORDS.test(text))) {
    throw new CaptureRefused(
      `It is a check for robots (“${title || text.slice(0, 60)}”), not an article.`,
      'Open the page in a browser, wait for the article, and save that.',
    );
  }
  if (isShort && ERROR_TITLE.test(title.trim())) {
    throw new CaptureRefused(
      `It is an error page (“${title}”), not an article.`,
      'Look for the article elsewhere, in a web archive for instance.',
    );
  }
  if (words < LEAST) {
    throw new CaptureRefused(
      words === 0
        ? 'No article was found in it.'
        : `Only ${words} words of an article were found in it.`,
      'Check that the page was saved whole; write the entry by hand if it is so short.',
    );
  }
}
