/** What a reader can choose; each name is an attribute of the page's root, which the sheet knows. */
export const CHOICES = [
  {
    name: 'paper',
    label: 'Paper',
    options: { '': 'As the device', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
  },
  {
    name: 'size',
    label: 'Size of articles',
    options: { small: 'Small', '': 'Normal', large: 'Large', larger: 'Larger' },
  },
  { name: 'line', label: 'Lines', options: { short: 'Short', '': 'Normal', long: 'Long' } },
  { name: 'keys', label: 'Single-key shortcuts', options: { '': 'On', off: 'Off' } },
  { name: 'recent', label: 'List of what I have read', options: { '': 'Off', on: 'On' } },
] as const;

export type ChoiceName = (typeof CHOICES)[number]['name'];

/** What was chosen; what is left out is as the archive has it. */
export type Chosen = Readonly<Partial<Record<ChoiceName, string>>>;

/** Reads what was stored, whatever stands there: only known names with known options count. */
export function parseChoices(text: string | null): Chosen {
  let stored: unknown;
  try {
    stored = JSON.parse(text ?? '');
  } catch {
    return {};
  }
  if (typeof stored !== 'object' || stored === null) return {};
  const chosen: Partial<Record<ChoiceName, string>> = {};
  for (const { name, options } of CHOICES) {
    const value: unknown = (stored as Record<string, unknown>)[name];
    if (typeof value === 'string' && value !== '' && Object.hasOwn(options, value)) {
      chosen[name] = value;
    }
  }
  return chosen;
}

/** The choices with one of them changed; the empty option takes it away. */
export function withChoice(chosen: Chosen, name: ChoiceName, value: string): Chosen {
  const { [name]: _, ...others } = chosen;
  return value === '' ? others : { ...others, [name]: value };
}
