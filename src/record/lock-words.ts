import { hostname } from 'node:os';
import path from 'node:path';
import { LOCK } from './lock-folder.ts';
import type { Holder, HolderState } from './lock-holder.ts';

/** What somebody who waits is told. */
export function waitingWords(
  folder: string,
  holder: Holder | 'unreadable',
  state: HolderState,
): string {
  const words = `Waiting for ${nameOf(holder)} to finish with this archive …`;
  return state === 'unknown' ? `${words} ${removal(folder)}` : words;
}

/** What somebody is told who has waited long enough. */
export function busyWords(
  folder: string,
  holder: Holder | 'unreadable',
  state: HolderState,
  waitedMs: number,
): string {
  return [
    `Waited ${Math.round(waitedMs / 1000)} s for ${nameOf(holder)} to finish with the archive at ${folder}. Nothing was done.`,
    'Why it matters: of two commands that change an archive at once, one would lose what the other wrote.',
    `What to do: ${state === 'unknown' ? removal(folder) : 'Wait until it has finished, or end it, and run the command again.'}`,
  ].join('\n');
}

/** Who holds a lock, in words. */
export function nameOf(holder: Holder | 'unreadable'): string {
  if (holder === 'unreadable') return 'a command that has left no name';
  const { command, process: number, host, since } = holder;
  const where = host === hostname() ? '' : ` on ${host}`;
  return `\`${command}\` (process ${number}${where}, since ${timeOf(since)})`;
}

/** What to do about a lock of which nobody here can tell whether it is still held. */
function removal(folder: string): string {
  return `Whether it still runs cannot be told from here. If it does not, remove the folder ${path.join(folder, LOCK)}.`;
}

function timeOf(since: string): string {
  const moment = new Date(since);
  const time = moment.toLocaleTimeString('en-GB');
  const isToday = moment.toDateString() === new Date().toDateString();
  return isToday ? time : `${moment.toLocaleDateString('en-CA')} ${time}`;
}
