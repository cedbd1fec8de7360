import { mkdirSync, rmSync } from 'node:fs';

export function make(content: string): void {
  const capture = `${content}/captures/1998/ferry-returns-to-lindmar.txt`;
  rmSync(capture);
  mkdirSync(capture);
}
