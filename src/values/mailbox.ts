import { kept, kernelOf } from '../kernel.js';

/**
 * What two spellings of one mailbox have in common, for finding duplicates; never shown and never written to.
 * Lower case; tags (`ann+news@`) and dots are folded for providers that deliver both spellings to the same person,
 * and domains that are one service become one. Takes a valid address; anything else comes back in lower case.
 */
export function mailboxKey(address: string): string {
  const key = address.toLowerCase();
  const at = key.lastIndexOf('@');
  if (at <= 0) return key;
  if (STARTS[placeOf(startAt(key, at + 1))] === 0) return key;
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

/**
 * By the first four characters of all these hosts: whether their addresses are other ones anyhow or only if a tag stands
 * in them. Nearly every host of a company begins otherwise.
 */
const STARTS = new Uint8Array(1 << 10);
const BY_TAG = 1;
const ANYHOW = 2;
for (const host of [...FOLDINGS.keys(), 'outlook', 'hotmail', 'live', 'yahoo']) {
  const { dots = false, host: name = host } = FOLDINGS.get(host) ?? PLUS_TAGS;
  const place = placeOf(startAt(host, 0));
  STARTS[place] = Math.max(STARTS[place] as number, dots || name !== host ? ANYHOW : BY_TAG);
}

/** What becomes of an address at a service that folds them: its local part up to `tag` (a byte), with or without `dots`, and `host`, the `@` included. */
export interface Folded { readonly tag: number; readonly dots: boolean; readonly host: string }

/** How the addresses at a lower-case host are folded, null: not at all. For who reads bytes (src/duplicates/keys.ts). */
export function foldedAt(host: string): Folded | null {
  const folding = foldingOf(host);
  return folding === undefined ? null : { tag: folding.tag.charCodeAt(0), dots: folding.dots === true, host: `@${folding.host ?? host}` };
}

/** Whether addresses at the host that begins at `at` may be folded. Says yes to a few too many, never no wrongly. */
export function mayFold(bytes: Uint8Array, at: number): boolean {
  return STARTS[placeOf((bytes[at] as number) | (bytes[at + 1] as number) << 8 | (bytes[at + 2] as number) << 16 | (bytes[at + 3] as number) << 24)] !== 0;
}

function startAt(text: string, at: number): number {
  return text.charCodeAt(at) | text.charCodeAt(at + 1) << 8 | text.charCodeAt(at + 2) << 16 | text.charCodeAt(at + 3) << 24;
}

function placeOf(start: number): number {
  return Math.imul(start | 0x20202020, 0x9e3779b1) >>> 22;
}

const starts = kept(STARTS);

/**
 * The hash of an address in lower case that is a mailbox as it stands (MurmurHash3 x86_128 with the seed 1, four numbers
 * that hold until the next call), where the batch at hand is in WebAssembly; null: it has to be worked out.
 */
export function plainMailbox(bytes: Uint8Array, start: number, end: number): Int32Array | null {
  const kernel = kernelOf(bytes);
  if (kernel === null) return null;
  const folds = starts(kernel);
  return folds !== 0 && kernel.run.mailbox(start, end, folds) !== 0 ? kernel.answer : null;
}
