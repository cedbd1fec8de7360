import type { writeCitations as Write } from '../cite/write-citations.ts';
import { loadScript } from './load-script.ts';

/** Name under which the script of the citation styles leaves what it has. */
const LEFT_AS = 'pressmarkCitations';

/** Writes citations with the styles, which are a script of their own and loaded when they are used. */
export async function writeCitations(items: Parameters<typeof Write>[0]) {
  await loadScript('/assets/write-citations.js');
  const { [LEFT_AS]: styles } = globalThis as unknown as {
    [LEFT_AS]: { writeCitations: typeof Write };
  };
  return styles.writeCitations(items);
}
