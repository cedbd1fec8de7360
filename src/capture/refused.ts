/** A capture that is not taken in; the message says what is wrong, then what to do. */
export class CaptureRefused extends Error {
  override readonly name = 'CaptureRefused';

  constructor(what: string, remedy: string) {
    super(`${what} ${remedy}`);
  }
}
