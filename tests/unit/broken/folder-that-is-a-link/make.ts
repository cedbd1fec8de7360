import { symlinkSync } from 'node:fs';

export function make(content: string): void {
  symlinkSync('/etc', `${content}/articles/1999`);
  symlinkSync('..', `${content}/people/loop`);
}
