import { writeFileSync } from 'node:fs';

export function make(content: string): void {
  for (const name of ['a b', '..b', 'a%2f..%2fb', '-a', 'a--b', 'a;rm', 'а']) {
    writeFileSync(`${content}/people/${name}.yml`, 'name: A\n');
  }
}
