import type { Reading } from './reading.ts';
import { countWords } from './words.ts';

/** How pages say that the rest is for those who pay. */
const PAY =
  /\b(?:subscribe|log ?in|sign ?in|register|create (?:a|your) (?:free )?account) (?:now )?to (?:continue|keep|read|unlock)|continue reading (?:this|the|your|with)|to (?:continue|keep) reading|already (?:a )?(?:subscriber|subscribed|a member)|subscribers? only|for subscribers|reserved for (?:our )?(?:subscribers|members)|réservée? aux abonné|il vous reste .{1,20} de cet article|nur für abonnent|weiterlesen mit|dla (?:subskrybentów|prenumeratorów)|czytaj dalej z|(?:доступн\w+|только) (?:по подписке|для подписчиков)|чтобы (?:читать|продолжить)|solo para suscriptores|sigue leyendo con|solo per (?:gli )?abbonati/iu;

/** An article of which a page shows the beginning only is mostly shorter than this, in words. */
const STUB = 300;

/** So many headings without a date are a list of stories; and share of the passages that they are. */
const [HEADINGS, SHARE] = [8, 0.3];

/** What a whole page says against being one whole article, for a person to look at. */
export function doubtsOfWhole({ passages, removed, dates }: Reading): string[] {
  const doubts: string[] = [];
  const words = countWords(passages.map(({ text }) => text).join(' '));
  const offer = [...passages, ...removed].find(({ text }) => text.length < 400 && PAY.test(text));
  if (offer !== undefined && words < STUB) {
    doubts.push(
      `The page asks for a subscription (“${offer.text.slice(0, 90)}”): what it shows may be the beginning of the article only.`,
    );
  }
  const headings = passages.filter(({ kind }) => kind === 'heading').length;
  if (dates.length === 0 && headings >= HEADINGS && headings >= passages.length * SHARE) {
    doubts.push(
      `It looks like a front page or a list of stories: it has ${headings} headings and no date. Save the page of one article.`,
    );
  }
  return doubts;
}
