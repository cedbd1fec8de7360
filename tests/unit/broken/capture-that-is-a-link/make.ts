import { rmSync, symlinkSync } from 'node:fs';

export function make(content: string): void {
  const capture = `${content}/captures/1998/ferry-returns-to-lindmar.txt`;
  rmSync(capture);
  symlinkSync('/etc/hostname', capture);
}
