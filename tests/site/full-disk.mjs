// Loaded before a build: from the nth file on, the disk is full. A real one takes the rights of root.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.FULL_DISK_AFTER);
const { writeFileSync, openSync } = fs;

function spend(file) {
  if (left-- > 0) return;
  const error = new Error(`ENOSPC: no space left on device, open '${file}'`);
  throw Object.assign(error, { code: 'ENOSPC', errno: -28, syscall: 'open', path: String(file) });
}

fs.writeFileSync = (file, ...rest) => {
  spend(file);
  return writeFileSync(file, ...rest);
};
fs.openSync = (file, flags, ...rest) => {
  if (String(flags).startsWith('w')) spend(file);
  return openSync(file, flags, ...rest);
};
syncBuiltinESMExports();
