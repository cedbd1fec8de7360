/** People of 1987 whom the collection names but does not index, as it spells them. */
export const PEOPLE = [
  ...['Ronald Reagan', 'James Baker', 'Paul Volcker', 'Alan Greenspan', 'George Shultz'],
  ...['Caspar Weinberger', 'Malcolm Baldrige', 'Clayton Yeutter', 'Richard Lyng', 'Howard Baker'],
  ...['Beryl Sprinkel', 'John Herrington', 'William Proxmire', 'Lloyd Bentsen', 'Jim Wright'],
  ...['Robert Dole', 'Richard Gephardt', 'Dan Rostenkowski', 'David Mulford', 'Manuel Johnson'],
  ...['Wayne Angell', 'Robert Heller', 'Martha Seger', 'Daniel Amstutz', 'Gerald Corrigan'],
  ...['Yasuhiro Nakasone', 'Kiichi Miyazawa', 'Satoshi Sumita', 'Hajime Tamura', 'Toyoo Gyohten'],
  ...[
    'Margaret Thatcher',
    'Nigel Lawson',
    'Robin Leigh-Pemberton',
    'Geoffrey Howe',
    'Paul Channon',
  ],
  ...['Helmut Kohl', 'Gerhard Stoltenberg', 'Karl Otto Poehl', 'Martin Bangemann'],
  ...['Francois Mitterrand', 'Jacques Chirac', 'Edouard Balladur', 'Jacques Delors'],
  ...['Willy de Clercq', 'Frans Andriessen', 'Michel Camdessus', 'Barber Conable'],
  ...[
    'Jose Sarney',
    'Dilson Funaro',
    'Luiz Carlos Bresser Pereira',
    'Raul Alfonsin',
    'Juan Sourrouille',
  ],
  ...['Alan Garcia', 'Jaime Lusinchi', 'Miguel de la Madrid', 'Corazon Aquino', 'Jaime Ongpin'],
  ...['Bob Hawke', 'Paul Keating', 'Brian Mulroney', 'Michael Wilson', 'David Lange'],
  ...['Mikhail Gorbachev', 'Hisham Nazer', 'Rilwanu Lukman', 'Ali Khamenei', 'Turgut Ozal'],
  ...['Carl Icahn', 'Boone Pickens', 'Ivan Boesky', 'Rupert Murdoch', 'Robert Holmes a Court'],
  ...['Donald Trump', 'Asher Edelman', 'Irwin Jacobs', 'John Reed', 'Alan Bond'],
] as const;

const FULL_NAMES = PEOPLE.map((name) => ({ name, pattern: new RegExp(`\\b${name}\\b`) }));

/** The people whose full names stand in a text, as ids in the order of the list above. */
export function peopleIn(text: string): string[] {
  return FULL_NAMES.filter(({ pattern }) => pattern.test(text)).map(({ name }) => personId(name));
}

/** Id of a person's record: the name in small letters with hyphens. */
export function personId(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
