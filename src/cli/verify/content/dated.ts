import { findDates } from '../../../capture/find-dates.ts';
import { bounds } from '../../../model/date/bounds.ts';
import { nextDay } from '../../../model/date/calendar.ts';
import type { EdtfDate } from '../../../model/date/edtf.ts';
import { htmlDateTime } from '../../../model/date/html-datetime.ts';
import { parseEdtf } from '../../../model/date/parse.ts';
import type { ArticleEntry } from '../../../record/types.ts';
import type { ArticleRule, ContentToCheck, Finding } from '../finding.ts';
import { lineOfField } from '../place.ts';

/**
 * A date is not later than its capture, nor than today, and one that is said to stand on the page stands
 * there.
 */
export const datedRule =
  (today: string): ArticleRule =>
  async (article, content) => {
    const wrong = later(article, content.folder, today);
    return wrong.length > 0 ? wrong : await unstated(article, content);
  };

function later({ file, data }: ArticleEntry, folder: string, today: string): Finding[] {
  const captured = data.capture.capturedAt?.slice(0, 10);
  const date = dateOf(data.date);
  // A time zone can put the two a day apart.
  if (date === undefined || bounds(date).earliest <= nextDay(captured ?? today)) return [];
  return [
    {
      file,
      line: lineOfField(folder, file, ['date']),
      what:
        captured === undefined
          ? `The date ${data.date} is still to come.`
          : `The date ${data.date} is later than the capture, which is of ${captured}.`,
      why: 'Nobody can capture an article before it was published: one of the two is wrong.',
      remedy:
        captured === undefined ? 'Correct the date.' : 'Correct the date, or “capture.capturedAt”.',
    },
  ];
}

async function unstated(
  article: ArticleEntry,
  { folder, captures }: ContentToCheck,
): Promise<Finding[]> {
  const { file, data } = article;
  const date = dateOf(data.date);
  const day = date === undefined ? undefined : htmlDateTime(date);
  if (data.supplied.date !== undefined) return [];
  if (/[~?%]/.test(data.date)) {
    return [
      {
        file,
        advice: true,
        line: lineOfField(folder, file, ['date']),
        what: `The date ${data.date} is marked as uncertain, and nothing says how it is known.`,
        why: 'No page states an uncertain date: it was inferred, and readers cannot check from what.',
        remedy: 'Say under “supplied.date” from what evidence it is known.',
      },
    ];
  }
  if (day === undefined) return [];
  const capture = await captures(article);
  if (capture === undefined || 'refused' in capture) return [];
  const isStated =
    findDates(capture.text).some((found) => found.date.startsWith(day)) ||
    capture.hidden.includes(day) ||
    (data.url ?? '').replaceAll('/', '-').includes(day);
  if (isStated) return [];
  return [
    {
      file,
      advice: true,
      line: lineOfField(folder, file, ['date']),
      what: `The date ${data.date} was not found in ${data.capture.file}, and nothing says that the archive supplied it.`,
      why: 'Readers take a date without square brackets for one that the page states.',
      remedy:
        'Look it up in the capture. If it is not there, say under “supplied.date” from what evidence it is known.',
    },
  ];
}

function dateOf(text: string): EdtfDate | undefined {
  const parsed = parseEdtf(text);
  return parsed.ok ? parsed.date : undefined;
}
