const ADDRESS = /https?:\/\/[^\s<>"'()[\]]+[^\s<>"'()[\].,;:!?]/i;

/** A line that states an address has no more letters. */
const LONGEST = 4000;

/**
 * The original address, where a text capture states it: after a word that says so, or on a line of
 * its own at the top or the end.
 */
export function findAddress(text: string): string | undefined {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line.length <= LONGEST);
  for (const [index, line] of lines.entries()) {
    const [label] =
      /^\W*(?:original|source|page|article|canonical)?\s*(?:ur[li]|address|link|source|адрес|ссылка)\W*/iu.exec(
        line,
      ) ?? [];
    if (label === undefined) continue;
    const rest = line.slice(label.length).trim();
    const found = ADDRESS.exec(`${rest === '' ? (lines[index + 1] ?? '') : line}`)?.[0];
    if (found !== undefined && URL.canParse(found)) return found;
  }
  const edges = [...lines.slice(0, 3), ...lines.slice(-3)];
  const alone = edges.find(
    (line) => ADDRESS.exec(line)?.[0] === line.replace(/^[<([]+|[>)\]]+$/g, ''),
  );
  const found = alone === undefined ? undefined : ADDRESS.exec(alone)?.[0];
  return found !== undefined && URL.canParse(found) ? found : undefined;
}
