/**
 * The colours that a stylesheet of tokens names, by their names: those of the root, light or dark, with those of a
 * paper over them.
 *
 * @param css text of styles/tokens.css
 */
export function themeColours(
  css: string,
  theme: 'light' | 'dark',
  paper?: string,
): Map<string, string> {
  const colours = new Map<string, string>();
  const selectors = [':root', ...(paper === undefined ? [] : [`[data-paper="${paper}"]`])];
  const rules = [...css.matchAll(/^ {2}([^{}\n]+?) \{([^}]*)\}/gm)];
  for (const selector of selectors) {
    const own = rules.filter(([, found]) => found === selector).map(([, , body]) => body);
    for (const [, name = '', value = ''] of own.join('').matchAll(/--([\w-]+):\s*([^;]+);/g)) {
      const [light, dark = light] = value.match(/#[\da-f]{6}/g) ?? [];
      const colour = theme === 'dark' ? dark : light;
      if (colour !== undefined) colours.set(name, colour);
    }
  }
  return colours;
}
