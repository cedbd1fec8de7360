/** A place in a guide's text where a component is drawn. */
export interface GuideSlot {
  /** Name of the component, `Quote`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between its tags. */
  readonly children: readonly GuidePart[];
  /**
   * The article that it is about was withdrawn. Words and headline of that article are not in the slot any
   * more; the component says what stood there.
   */
  readonly state?: 'withdrawn';
}

/** A stretch of a guide's text: HTML that is ready to be shown, or a component. */
export type GuidePart = string | GuideSlot;

/**
 * The same text without a word of withdrawn articles: a slot that is about one keeps only the id.
 *
 * @param withdrawn ids of the articles that were withdrawn
 */
export function withoutWithdrawn(
  parts: readonly GuidePart[],
  withdrawn: ReadonlySet<string>,
): GuidePart[] {
  return parts.map((part) => {
    if (typeof part === 'string') return part;
    const children = withoutWithdrawn(part.children, withdrawn);
    const { article } = part.attributes;
    if (article === undefined || !withdrawn.has(article)) return { ...part, children };
    return { name: part.name, attributes: { article }, children, state: 'withdrawn' };
  });
}
