/** Letters and digits only, without case and accents, without a leading `the`. */
export function nameKey(name: string): string {
  return name.normalize('NFD').toLowerCase().replace(/&/gu, 'and').replace(/^the\s+/u, '').replace(/ß/gu, 'ss').replace(/[^\p{L}\p{N}]+/gu, '');
}
