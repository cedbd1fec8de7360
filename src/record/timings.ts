import { ofProcess } from './of-process.ts';

/** Adds up what takes how long, by kind of work. */
export class Timings {
  readonly #lines = new Map<string, { milliseconds: number; times: number }>();

  /** Adds some time to a kind of work. */
  add(kind: string, milliseconds: number, times = 1): void {
    const line = this.#lines.get(kind) ?? { milliseconds: 0, times: 0 };
    line.milliseconds += milliseconds;
    line.times += times;
    this.#lines.set(kind, line);
  }

  /** Adds what another thread has added up. */
  addAll(lines: TimingLines): void {
    for (const { kind, milliseconds, times } of lines) this.add(kind, milliseconds, times);
  }

  /** What was added up, in the order in which it began. */
  get lines(): TimingLines {
    return [...this.#lines].map(([kind, line]) => ({ kind, ...line }));
  }
}

/** Milliseconds on the clock of a thread, and how often that was. */
export type TimingLines = readonly {
  readonly kind: string;
  readonly milliseconds: number;
  readonly times: number;
}[];

const running = ofProcess<Timings>('timings');

/** What adds up the times of this build, where somebody asks for them. */
export const currentTimings = running.get;

/** Has the times of this build added up. */
export const openTimings = running.set;
