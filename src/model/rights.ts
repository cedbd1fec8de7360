/** Labels of rightsstatements.org, version 1.0, by the code in their URIs. */
const STATEMENTS: Readonly<Record<string, string>> = {
  InC: 'In copyright',
  'InC-OW-EU': 'In copyright, EU orphan work',
  'InC-EDU': 'In copyright, educational use permitted',
  'InC-NC': 'In copyright, non-commercial use permitted',
  'InC-RUU': 'In copyright, rights holders unlocatable or unidentifiable',
  'NoC-CR': 'No copyright, contractual restrictions',
  'NoC-NC': 'No copyright, non-commercial use only',
  'NoC-OKLR': 'No copyright, other known legal restrictions',
  'NoC-US': 'No copyright, United States',
  CNE: 'Copyright not evaluated',
  UND: 'Copyright undetermined',
  NKC: 'No known copyright',
};

/** A rights URI in words; the URI itself where no words are known. */
export function rightsWords(uri: string): string {
  const [, code = ''] = /rightsstatements\.org\/vocab\/([^/]+)\//.exec(uri) ?? [];
  const [, licence, version] = /creativecommons\.org\/licenses\/([^/]+)\/([\d.]+)/.exec(uri) ?? [];
  if (licence !== undefined) return `CC ${licence.toUpperCase()} ${version}`;
  if (uri.includes('creativecommons.org/publicdomain/zero')) return 'CC0 1.0, public domain';
  if (uri.includes('creativecommons.org/publicdomain/mark')) return 'Public domain';
  return Object.hasOwn(STATEMENTS, code) ? (STATEMENTS[code] ?? uri) : uri;
}
