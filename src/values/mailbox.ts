/**
 * What two spellings of one mailbox have in common, for finding duplicates; never shown and never written to.
 * Lower case; tags (`ann+news@`) and dots are folded for providers that deliver both spellings to the same person,
 * and domains that are one service become one. Takes a valid address; anything else comes back in lower case.
 */
export function mailboxKey(address: string): string {
  const key = address.toLowerCase();
  const at = key.lastIndexOf('@');
  if (at <= 0) return key;
  if (!STARTS.has(startAt(key, at + 1))) return key;
  const host = key.slice(at + 1);
  const folding = foldingOf(host);
  if (folding === undefined) return key;
  const tag = key.indexOf(folding.tag);
  let local = key.slice(0, tag > 0 && tag < at ? tag : at);
  if (folding.dots === true) local = local.replaceAll('.', '');
  return `${local}@${folding.host ?? host}`;
}

const foldingOf = (host: string): Folding | undefined => FOLDINGS.get(host) ?? (FAMILY.test(host) ? (host.startsWith('yahoo') ? HYPHEN_TAGS : PLUS_TAGS) : undefined);

interface Folding {
  readonly tag: '+' | '-';
  /** Whether dots in the local part do not count. */
  readonly dots?: boolean;
  /** The one name of a service with several domains. */
  readonly host?: string;
}
const PLUS_TAGS: Folding = { tag: '+' };
const HYPHEN_TAGS: Folding = { tag: '-' };
const GMAIL: Folding = { tag: '+', dots: true, host: 'gmail.com' };
const APPLE: Folding = { tag: '+', host: 'icloud.com' };
const PROTON: Folding = { tag: '+', host: 'proton.me' };

const FOLDINGS: ReadonlyMap<string, Folding> = new Map([
  ['gmail.com', GMAIL], ['googlemail.com', GMAIL],
  ['icloud.com', APPLE], ['me.com', APPLE], ['mac.com', APPLE],
  ['proton.me', PROTON], ['protonmail.com', PROTON], ['pm.me', PROTON],
  ['msn.com', PLUS_TAGS], ['fastmail.com', PLUS_TAGS], ['fastmail.fm', PLUS_TAGS], ['hey.com', PLUS_TAGS],
  ['mailbox.org', PLUS_TAGS], ['posteo.de', PLUS_TAGS], ['posteo.net', PLUS_TAGS], ['runbox.com', PLUS_TAGS],
  ['ymail.com', HYPHEN_TAGS], ['rocketmail.com', HYPHEN_TAGS],
]);
const FAMILY = /^(?:outlook|hotmail|live|yahoo)\.(?:com|(?:com?\.)?[a-z]{2})$/;

/** The first four characters of all these hosts: nearly every host of a company starts otherwise. */
const STARTS = new Set([...FOLDINGS.keys(), 'outlook', 'hotmail', 'live', 'yahoo'].map((host) => startAt(host, 0)));

/** What becomes of an address at a service that folds them: its local part up to `tag` (a byte), with or without `dots`, and `host`, the `@` included. */
export interface Folded { readonly tag: number; readonly dots: boolean; readonly host: string }

/** How the addresses at a lower-case host are folded, null: not at all. For who reads bytes (src/duplicates/keys.ts). */
export function foldedAt(host: string): Folded | null {
  const folding = foldingOf(host);
  return folding === undefined ? null : { tag: folding.tag.charCodeAt(0), dots: folding.dots === true, host: `@${folding.host ?? host}` };
}

/** Whether addresses at the host that begins at `at` may be folded. Says yes to a few too many, never no wrongly. */
export function mayFold(bytes: Uint8Array, at: number): boolean {
  return STARTS.has(((bytes[at] as number) << 24 | (bytes[at + 1] as number) << 16 | (bytes[at + 2] as number) << 8 | (bytes[at + 3] as number)) | 0x20202020);
}

function startAt(text: string, at: number): number {
  return text.charCodeAt(at) << 24 | text.charCodeAt(at + 1) << 16 | text.charCodeAt(at + 2) << 8 | text.charCodeAt(at + 3);
}
