/** Lower case, without accents: `Geschäftsführer` → `geschaftsfuhrer`. What lists of words are compared in. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower.replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/œ/g, 'oe').replace(/’/g, "'")
    .normalize('NFD').replace(/\p{M}+/gu, '');
}

/** The plain words of a text: letters and digits only, `camelCase` and `SNAKE_CASE` taken apart. */
export function plainWords(text: string): readonly string[] {
  return plain(text.replace(/(?<=\p{L}\p{Ll})(?=\p{Lu})/gu, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
