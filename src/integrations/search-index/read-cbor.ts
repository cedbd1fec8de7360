const BREAK = Symbol('break');

/** A value of the part of CBOR (RFC 8949) that Pagefind 1.6 writes: whole numbers, texts, lists. */
export type Cbor = number | string | boolean | null | Cbor[];

/** Reads one CBOR value. @throws where the bytes hold something else */
export function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const texts = new TextDecoder();
  let at = 0;

  function count(detail: number): number {
    if (detail < 24) return detail;
    const size = 1 << (detail - 24);
    at += size;
    if (size === 1) return view.getUint8(at - size);
    if (size === 2) return view.getUint16(at - size);
    if (size === 4) return view.getUint32(at - size);
    if (size === 8) return Number(view.getBigUint64(at - size));
    throw new RangeError('The bytes hold a CBOR length that is not known.');
  }

  function list(detail: number): Cbor[] {
    const items: Cbor[] = [];
    const length = detail === 31 ? Number.POSITIVE_INFINITY : count(detail);
    while (items.length < length) {
      const item = value();
      if (item === BREAK) break;
      items.push(item);
    }
    return items;
  }

  function value(): Cbor | typeof BREAK {
    const head = view.getUint8(at++);
    const detail = head & 31;
    switch (head >> 5) {
      case 0:
        return count(detail);
      case 1:
        return -1 - count(detail);
      case 3: {
        const length = count(detail);
        at += length;
        return texts.decode(bytes.subarray(at - length, at));
      }
      case 4:
        return list(detail);
      case 7:
        if (detail === 20 || detail === 21) return detail === 21;
        if (detail === 22) return null;
        if (detail === 31) return BREAK;
    }
    throw new RangeError(`The bytes hold a CBOR item (${head}) that is not expected.`);
  }

  const result = value();
  if (result === BREAK) throw new RangeError('The bytes hold no CBOR value.');
  return result;
}
