/** Markup, told apart from text that has to be escaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in markup: text, which is escaped, markup, lists of them, and nothing. */
export type Content = string | number | Markup | undefined | false | readonly Content[];

/**
 * Markup with contents between its parts, for what stands on pages a hundred thousand times: a
 * component of Astro costs some twenty times as much each time. Attributes that are not fixed are written with
 * {@link attribute}.
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = parts[0] ?? '';
  for (let at = 0; at < contents.length; at++) text += textOf(contents[at]) + parts[at + 1];
  return new Markup(text);
}

function textOf(content: Content): string {
  if (typeof content === 'string') return escapeText(content);
  if (content instanceof Markup) return content.text;
  if (content === undefined || content === false) return '';
  if (typeof content === 'number') return String(content);
  let text = '';
  for (const one of content) text += textOf(one);
  return text;
}

/** An attribute with a space before it, as Astro writes one; nothing where it has no value. */
export function attribute(name: string, value: string | undefined): Markup {
  if (value === undefined) return NOTHING;
  if (value === '') return new Markup(` ${name}`);
  const escaped = /[&"]/.test(value)
    ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
    : value;
  return new Markup(` ${name}="${escaped}"`);
}

const NOTHING = new Markup('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

function escapeText(text: string): string {
  if (!/[&<>'"]/.test(text)) return text;
  return text.replace(/[&<>'"]/g, (sign) => ENTITIES[sign] ?? sign);
}
