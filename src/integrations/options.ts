import { z } from 'astro/zod';

/**
 * What `pressmark()` can be told in `astro.config.mjs`. What the archive is, and who answers for it, is in
 * `content/archive.yml`; nothing is needed here.
 */
const optionsSchema = z.strictObject({});

/** Options of the integration. */
export type PressmarkOptions = z.input<typeof optionsSchema>;

/** The options of an archive cannot be used; the message says which and why. */
export class WrongOptions extends Error {}

/** Checks the options of an archive. @throws WrongOptions with everything that is wrong */
export function readOptions(options: unknown): z.output<typeof optionsSchema> {
  const read = optionsSchema.safeParse(options);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(
    ({ path, message }) => `  ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
  );
  throw new WrongOptions(
    `pressmark() in astro.config.mjs was called with options that it does not know:\n${wrong.join('\n')}\nWhat the archive is, and who answers for it, is said in content/archive.yml.`,
  );
}
