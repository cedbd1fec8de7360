/** What of a capture can be private to the person who saved it, in words for the keeper. */
export const PRIVATE_KINDS = {
  cookie: {
    label: 'Cookie',
    why: 'It identifies the browser that captured the page, and may open its accounts.',
  },
  authorization: {
    label: 'Authorization',
    why: 'It is the name and password, or the pass, of whoever captured the page.',
  },
  'set-cookie': {
    label: 'Cookie set by the server',
    why: 'It is the session that the server opened for whoever captured the page.',
  },
  'api-key': {
    label: 'Key or token in a header',
    why: 'Whoever has it can make requests in the name of the person who captured the page.',
  },
  recipient: {
    label: 'Recipient',
    why: 'It is the address of the person to whom the newsletter was sent.',
  },
  unsubscribe: {
    label: 'Link to one person’s subscription',
    why: 'Whoever opens it can end or change that person’s subscription, and often sees their address.',
  },
  'session-address': {
    label: 'Session or password in an address',
    why: 'Whoever opens the address may be taken for the person who captured the page.',
  },
  token: {
    label: 'Access token in the page',
    why: 'It says who was logged in, and may open their account.',
  },
  credential: {
    label: 'Key or password',
    why: 'Whoever has it can use the account or machine that it belongs to.',
  },
  account: {
    label: 'Account of a reader who was logged in',
    why: 'The page was saved by somebody who was logged in, and says who.',
  },
  device: {
    label: 'Machine or network',
    why: 'It tells from which machine or network the page was captured, or who ran the capture.',
  },
  tracking: {
    label: 'Tracking number of one person',
    why: 'Whoever sent the newsletter gave this number to one recipient.',
  },
  unread: {
    label: 'Part that cannot be looked into',
    why: 'It is damaged, or packed in a way that is not known, so nothing vouches for what it holds.',
  },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly why: string }>>;

/** Name of a kind, as entries and `--json` have it. */
export type PrivateKind = keyof typeof PRIVATE_KINDS;

/** Stands in a redacted copy where something was taken out. */
export function markerOf(kind: PrivateKind): string {
  return `REMOVED-${kind}`;
}

/** Whether a value is nothing but what {@link markerOf} makes. */
export function isMarker(value: string): boolean {
  return MARKERS.has(value.toLowerCase());
}

/** Stands for what an entry holds and the site does not show; itself it is not private. */
export const WITHHELD = 'withheld';

const MARKERS: ReadonlySet<string> = new Set([
  WITHHELD,
  ...(Object.keys(PRIVATE_KINDS) as PrivateKind[]).map((kind) => markerOf(kind).toLowerCase()),
]);
