/** How much of a file, a page or a connection is read before it is refused; sizes in bytes. */
export const LIMITS = {
  /** A capture as it lies on the disk or comes over the line. */
  capture: 128 * 2 ** 20,
  /** What it unfolds to when it is unpacked. */
  unpacked: 256 * 2 ** 20,
  /** Markup of one page, when pictures inside it are left out. */
  markup: 8 * 2 ** 20,
  /** A text capture. */
  text: 4 * 2 ** 20,
  /** Elements of a page that stand one inside the other. */
  depth: 400,
  /** Elements of a page. */
  elements: 60_000,
  /** Records of a web archive, files of a packed one. */
  records: 100_000,
  redirects: 5,
  /** Milliseconds for a page to arrive, all redirects together. */
  fetching: 30_000,
  /** Milliseconds for a page to be read. */
  reading: 30_000,
  /** Megabytes of memory for reading a page. */
  memory: 1536,
} as const;
