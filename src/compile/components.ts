import { escapeHtml } from '../model/escape-html.ts';

/** What a registered component makes of its attributes. */
export interface Rendered {
  readonly html: string;
  /** The words of the record in it, in order; our own labels are not among them. */
  readonly texts: readonly string[];
}

interface Component {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** @param anchor id of the element; absent where the element around it has it */
  readonly render: (
    attributes: Readonly<Record<string, string>>,
    anchor: string | undefined,
  ) => Rendered;
}

/** A picture's caption and credit, which are part of the record though the picture is not kept. */
const Figure: Component = {
  required: ['caption'],
  optional: ['credit'],
  render({ caption = '', credit }, anchor) {
    const creditHtml =
      credit === undefined ? '' : ` <span class="credit">${escapeHtml(credit)}</span>`;
    const id = anchor === undefined ? '' : ` id="${anchor}"`;
    return {
      html: `<figure class="photo"${id}><figcaption><span class="label" lang="en" dir="ltr">Photograph, not kept</span> <span class="caption">${escapeHtml(caption)}</span>${creditHtml}</figcaption></figure>`,
      texts: credit === undefined ? [caption] : [caption, credit],
    };
  },
};

/** The components an article may use; their attributes are plain strings, and they have no content. */
export const COMPONENTS: ReadonlyMap<string, Component> = new Map([['Figure', Figure]]);
