import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { withArchiveLock } from './archive-lock.ts';

// Holds a folder's lock: node hold-lock-for-tests.ts FOLDER hold|count|end [FILE TIMES]
const [folder = '', what, file = '', times = '1'] = process.argv.slice(2);
for (let time = 0; time < Number(times); time++) {
  withArchiveLock(folder, what ?? '', () => {
    if (what === 'count') {
      const before = Number(readFileSync(file, 'utf8'));
      appendFileSync(file, ' ');
      writeFileSync(file, String(before + 1));
      return;
    }
    process.stdout.write('held\n');
    if (what === 'end') process.kill(process.pid, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
  });
}
