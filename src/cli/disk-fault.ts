const SAFE = 'A site that was published before stands as it was.';

const FAULTS: Readonly<Record<string, (where: string) => string>> = {
  ENOSPC: (where) =>
    `The disk is full: ${where} could not be written.\nWhy it matters: nothing is published by halves. ${SAFE}\nWhat to do: make room on the disk (or name another one in ARCHIVE_OUT) and run the command again.`,
  EDQUOT: (where) =>
    `The disk has no more room for this user: ${where} could not be written.\nWhy it matters: nothing is published by halves. ${SAFE}\nWhat to do: make room, or ask for a larger quota, and run the command again.`,
  EROFS: (where) =>
    `The disk may only be read: ${where} could not be written.\nWhy it matters: nothing is published by halves. ${SAFE}\nWhat to do: name a folder on another disk in ARCHIVE_OUT.`,
  EACCES: (where) =>
    `The system does not let this user at ${where}.\nWhy it matters: nothing is published by halves. ${SAFE}\nWhat to do: check to whom the folder belongs, or name another one in ARCHIVE_OUT.`,
  EMFILE: (where) =>
    `The system lets this command open no more files (at ${where}).\nWhy it matters: nothing is published by halves. ${SAFE}\nWhat to do: raise the limit (ulimit -n 4096) and run the command again.`,
};

/** A failure of the disk in words, wherever in the chain of causes it stands; undefined for any other. */
export function diskFault(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, path, dest } = at as NodeJS.ErrnoException & { dest?: string };
    const tell = code === undefined ? undefined : FAULTS[code];
    if (tell) return tell(dest ?? path ?? 'a file');
  }
  return undefined;
}
