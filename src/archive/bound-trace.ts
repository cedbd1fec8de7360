import { gzipSync } from 'node:zlib';
import type { ExplainedStretch, ExplainedTrace } from '../capture/trace.ts';

/** What fits on a page of a trace. */
export interface ShownTrace extends ExplainedTrace {
  /** Characters of the capture, and how many of them are kept. */
  readonly length: number;
  readonly kept: number;
  /** Where in the capture the kept stretches stand, as shares of its length. */
  readonly extents: readonly { readonly start: number; readonly end: number }[];
  /** Characters that are not shown because the page would grow too long. */
  readonly leftOut: number;
}

/** Bytes of text on a page when it is packed, so that with all else it has at most 60 kB. */
const MOST_PACKED = 44_000;
/** Shorter texts are within that whatever they hold. */
const SURELY_SHORT = 40_000;

/**
 * Shortens a trace to what a page can show: cut stretches lose their middle first, then everything
 * after what fits is left out. Nothing that is shown is changed.
 */
export function boundTrace({ stretches, missing }: ExplainedTrace): ShownTrace {
  const length = stretches.reduce((sum, { text }) => sum + text.length, 0);
  const extents: { start: number; end: number }[] = [];
  let at = 0;
  for (const { text, reason } of stretches) {
    if (reason === undefined)
      extents.push({ start: at / length, end: (at + text.length) / length });
    at += text.length;
  }
  const kept = stretches.reduce((sum, { text, reason }) => sum + (reason ? 0 : text.length), 0);
  const shown = fitting(stretches);
  const leftOut = length - shown.reduce((sum, { text }) => sum + text.length, 0);
  return { stretches: shown, missing, length, kept, extents, leftOut: Math.max(0, leftOut) };
}

function fitting(stretches: readonly ExplainedStretch[]): readonly ExplainedStretch[] {
  if (isFitting(stretches)) return stretches;
  for (const most of [2000, 500, 120]) {
    const shorter = stretches.map((stretch) =>
      stretch.reason === undefined ? stretch : { ...stretch, text: shortened(stretch.text, most) },
    );
    if (isFitting(shorter)) return shorter;
    if (most === 120) return firstFitting(shorter);
  }
  return [];
}

const OMISSION = '\n[…]\n';

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - OMISSION.length) / 2);
  return `${text.slice(0, half).toWellFormed()}${OMISSION}${text.slice(-half).toWellFormed()}`;
}

/** The stretches from the beginning that fit, the last of them cut where the page is full. */
function firstFitting(stretches: readonly ExplainedStretch[]): readonly ExplainedStretch[] {
  let [low, high] = [0, stretches.reduce((sum, { text }) => sum + text.length, 0)];
  while (high - low > 200) {
    const middle = Math.floor((low + high) / 2);
    if (isFitting(first(stretches, middle))) low = middle;
    else high = middle;
  }
  return first(stretches, low);
}

function first(stretches: readonly ExplainedStretch[], length: number): ExplainedStretch[] {
  const taken: ExplainedStretch[] = [];
  let left = length;
  for (const stretch of stretches) {
    if (left <= 0) break;
    taken.push({ ...stretch, text: stretch.text.slice(0, left).toWellFormed() });
    left -= stretch.text.length;
  }
  return taken;
}

/** Each stretch costs its markup too. */
function isFitting(stretches: readonly ExplainedStretch[]): boolean {
  const text = stretches.map((stretch) => `${stretch.reason ?? ''}<div>${stretch.text}`).join('');
  if (Buffer.byteLength(text) <= SURELY_SHORT) return true;
  return gzipSync(text, { level: 1 }).length <= MOST_PACKED;
}
