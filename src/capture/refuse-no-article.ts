import type { Reading } from './reading.ts';
import { CaptureRefused } from './refused.ts';
import { countWords } from './words.ts';

const BOT_CHECK =
  /^(?:just a moment|attention required|access (?:denied|to this page)|are you (?:a )?(?:human|robot)|please (?:verify|wait|enable)|verify(?:ing)? (?:you|that you)|checking your browser|security check|one more step|ddos-guard|pardon our interruption|robot check|human verification|you have been blocked|проверка браузера|один момент|checking if the site)/iu;
const BOT_WORDS =
  /\b(?:captcha|cloudflare|ray id|verify (?:that )?you are (?:a )?human|checking your browser|enable javascript and cookies|unusual traffic|ddos-guard|automated (?:access|requests)|datadome|perimeterx)\b/iu;
const ERROR_TITLE =
  /^(?:(?:error )?(?:40[0134]|410|429|50[0234])\b.{0,40}|(?:page|article|file|document) (?:not found|unavailable|no longer (?:available|exists)).{0,30}|not found|bad gateway|service unavailable|internal server error|too many requests|forbidden|страница не найдена.{0,20}|ошибка 404.{0,20})$/iu;

/** How pages say below a title of the site that there is nothing at their address. */
const GONE =
  /\b(?:(?:page|article|story|link|content|url)(?: that)? you(?:['’]re| are| were)? (?:looking for|requested|trying to|tried to|followed)|(?:can['’]?t|cannot|could(?: not|n['’]t)) (?:seem to )?find (?:that|the|this|your) (?:page|article|story)|(?:this|that|the) page (?:does(?: not|n['’]t) exist|is no longer available|could not be found|has been (?:moved|removed|deleted))|strona,? (?:której szukasz|o podanym adresie|nie (?:istnieje|została znaleziona))|seite (?:wurde nicht gefunden|existiert nicht)|die (?:gewünschte|angeforderte|gesuchte) seite|page (?:demandée|que vous (?:cherchez|recherchez|demandez))|página (?:que (?:buscas?|está buscando)|solicitada|no (?:existe|encontrada)))|запрашиваем\S+ (?:вами )?страниц|страниц\S* (?:не найден|не существует|удалена)|такой страницы (?:нет|не существует)|старонк\S* не (?:знойдзена|існуе)|сторінк\S* не (?:знайден|існує)/iu;
/** What a site says that it stores, who says so, and what it asks of the reader before a page is shown. */
const STORED =
  /\bcookies?\b|unique identifiers|personenbezogene|données personnelles|datos personales|dane osobowe|файл\S* cookie|персональн\S+ данн/iu;
const SITE =
  /\b(?:we|our|us|wir|unsere?[nr]?|nous|nos|notre|nosotros|nuestr[oa]s?|nasi|nasze)\b|(?:^|\s)(?:мы|наши?)\s/iu;
const ASKED =
  /\b(?:accept|agree|consent|reject|manage|your choices|browsing data|akzeptieren|ablehnen|zustimm\w*|accepter|refuser|aceptar|rechazar|akceptu\w*|zgod[aęy])\b|(?:^|\s)(?:принять|соглас\S+|отклонить)/iu;

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
  if (isShort && GONE.test(text)) {
    throw new CaptureRefused(
      `It says that there is no such page (“${title || text.slice(0, 60)}”), and is no article.`,
      'Look for the article elsewhere, in a web archive for instance.',
    );
  }
  if (words < 250 && isConsent(passages)) {
    throw new CaptureRefused(
      `It asks for consent to cookies (“${title || text.slice(0, 60)}”) and holds no article.`,
      'Open the page in a browser, answer it, and save the article.',
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

/** Whether nearly all that a page says is what it asks of its reader; what is quoted is somebody else's. */
function isConsent(passages: Reading['passages']): boolean {
  const prose = passages
    .filter(({ kind }) => kind !== 'heading' && kind !== 'figure')
    .map(({ text }) => text.replace(/["“«][^"”»]*["”»]/gu, ''));
  const stored = prose.filter((text) => STORED.test(text) && SITE.test(text));
  const asked = prose.filter((text) => ASKED.test(text));
  if (stored.length === 0 || asked.length === 0) return false;
  const words = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + countWords(text), 0);
  return words([...new Set([...stored, ...asked])]) >= words(prose) * 0.7;
}
