import { isAscii } from './plain.js';

/** Letters and digits only, without case and accents, without a leading `the`. */
export function nameKey(name: string): string {
  if (isAscii(name)) return name.toLowerCase().replaceAll('&', 'and').replace(/^the\s+/, '').replace(/[^a-z0-9]+/g, '');
  return name.normalize('NFD').toLowerCase().replace(/&/gu, 'and').replace(/^the\s+/u, '').replace(/ß/gu, 'ss').replace(/[^\p{L}\p{N}]+/gu, '');
}
