import { randomBytes } from 'node:crypto';
import { addFiles } from './add-files.ts';

// Adds one thing after another until it is killed, or so many: node add-without-end-for-tests.ts FOLDER RUN [TIMES]
const [folder = '', run = '', times = 'Infinity'] = process.argv.slice(2);
process.stdout.write('begun\n');
for (let number = 0; number < Number(times); number++) {
  addFiles(
    folder,
    new Map<string, Uint8Array | string>([
      [`captures/2019/r${run}-${number}.txt`, randomBytes(200_000)],
      [`articles/2019/r${run}-${number}.mdx`, `entry ${number}`],
      [`outlets/r${run}-${number}.yml`, 'name: x\n'],
    ]),
    () => {},
  );
}
