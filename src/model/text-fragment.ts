/** Marks that a text directive reads as its own (URL Fragment Text Directives, section 3.3). */
const OWN_MARKS = /[-&,]/g;

/**
 * The fragment that leads to a passage and marks it: the paragraph's anchor for every browser, and a
 * text directive for those that know it.
 *
 * @param anchor id of the paragraph, `p3`
 * @param text words of one paragraph, as they stand on the page; of long ones both ends are named
 */
export function passageFragment(anchor: string, text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  const list = words.split(' ');
  const ends =
    list.length > MOST_WORDS
      ? [list.slice(0, ENDS).join(' '), list.slice(-ENDS).join(' ')]
      : [words];
  return `#${anchor}:~:text=${ends.map(encode).join(',')}`;
}

const MOST_WORDS = 12;
const ENDS = 5;

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    OWN_MARKS,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
