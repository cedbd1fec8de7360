import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Bytes that are gathered before they are written; more would not stay in a processor's own memory. */
const ROOM = Buffer.allocUnsafeSlow(1 << 18);

/** What is known of a file when all of it is written. */
export interface Sum {
  readonly bytes: number;
  /** Of all of it; empty where nobody asked for it. */
  readonly sha256: string;
}

/** A file that is written through one buffer, which all of them share. */
export class OutputFile {
  readonly #handle: number;
  readonly #hash: Hash | undefined;
  #used = 0;
  #bytes = 0;
  #closed: Sum | undefined;

  constructor(file: string, isHashed: boolean) {
    this.#handle = openSync(file, 'w');
    this.#hash = isHashed ? createHash('sha256') : undefined;
  }

  text(text: string): void {
    if (text !== '') this.bytes(Buffer.from(text));
  }

  bytes(bytes: Uint8Array): void {
    if (bytes.length > ROOM.length - this.#used) this.#flush();
    if (bytes.length > ROOM.length) this.#write(bytes);
    else {
      ROOM.set(bytes, this.#used);
      this.#used += bytes.length;
    }
  }

  /** Copies from another file. @param end the first byte that is not copied */
  stretch(from: number, start: number, end: number): void {
    for (let at = start; at < end; ) {
      if (this.#used === ROOM.length) this.#flush();
      const read = readSync(
        from,
        ROOM,
        this.#used,
        Math.min(ROOM.length - this.#used, end - at),
        at,
      );
      if (read === 0) throw new Error('A published file became shorter while it was read.');
      this.#used += read;
      at += read;
    }
  }

  close(): Sum {
    if (this.#closed !== undefined) return this.#closed;
    try {
      this.#flush();
    } finally {
      this.#closed = { bytes: this.#bytes, sha256: this.#hash?.digest('hex') ?? '' };
      closeSync(this.#handle);
    }
    return this.#closed;
  }

  #flush(): void {
    const used = this.#used;
    this.#used = 0;
    if (used > 0) this.#write(ROOM.subarray(0, used));
  }

  #write(bytes: Uint8Array): void {
    this.#hash?.update(bytes);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at);
    this.#bytes += bytes.length;
  }
}
