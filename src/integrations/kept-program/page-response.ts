/** What a body of ours is: text, bytes, or none. */
type PageBody = string | Uint8Array<ArrayBuffer> | ArrayBuffer | null;

/**
 * As much of the platform’s `Response` as a page needs on its way from Astro into a file. Node’s own copies its body
 * into a stream and out of it again, which takes as long as a tenth of the rendering, and leaves four
 * buffers a page to the collector.
 */
export class PageResponse {
  readonly body: PageBody;
  readonly headers: Headers;
  readonly status: number;
  readonly statusText: string;

  constructor(
    body: PageBody = null,
    {
      status = 200,
      statusText = '',
      headers = {},
    }: { status?: number; statusText?: string; headers?: HeadersInit } = {},
  ) {
    this.body = body;
    this.status = status;
    this.statusText = statusText;
    this.headers = new Headers(headers);
    if (typeof body === 'string' && !this.headers.has('content-type')) {
      this.headers.set('content-type', 'text/plain;charset=UTF-8');
    }
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** The bytes themselves, not a copy. */
  get bytes(): Uint8Array {
    const { body } = this;
    if (body === null) return new Uint8Array();
    if (typeof body === 'string') return Buffer.from(body);
    return body instanceof ArrayBuffer ? new Uint8Array(body) : body;
  }
}

/**
 * Has templates that are loaded from now on answer with {@link PageResponse}. For a process or thread that renders
 * files and serves or fetches nothing.
 */
export function answerWithPages(): void {
  globalThis.Response = PageResponse as unknown as typeof Response;
}
