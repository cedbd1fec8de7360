/** A page taken out of the file it came in, still as bytes. */
export interface Opened {
  readonly kind: 'html' | 'text';
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  /** What the file it came in says of it. */
  readonly url?: string;
  readonly capturedAt?: string;
  readonly tool?: string;
  /** Style sheets that came in the same file, by their addresses. */
  readonly sheets?: ReadonlyMap<string, string>;
  readonly doubts: readonly string[];
  /** How the bytes as received are named in the archive, with its dot: .html.gz */
  readonly extension: string;
}
