/** Lower case, without accents: `Geschäftsführer` → `geschaftsfuhrer`. What lists of words are compared in. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower.replace(/ß/g, 'ss').replace(/ø/g, 'o').replace(/ł/g, 'l').replace(/ı/g, 'i').replace(/œ/g, 'oe').replace(/’/g, "'")
    .normalize('NFD').replace(/\p{M}+/gu, '');
}

/** The plain words of a text: letters and digits only, `camelCase` and `SNAKE_CASE` taken apart. */
export function plainWords(text: string): readonly string[] {
  if (PLAIN_WORDS.test(text)) return text.split(' ');
  if (isAscii(text)) return (CAPITAL.test(text) ? text.replace(/(?<=[A-Za-z][a-z])(?=[A-Z])/g, ' ').toLowerCase() : text).match(/[a-z0-9]+/g) ?? [];
  return plain(text.replace(/(?<=\p{L}\p{Ll})(?=\p{Lu})/gu, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** As lists of phrases have them. */
const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const CAPITAL = /[A-Z]/;

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}
