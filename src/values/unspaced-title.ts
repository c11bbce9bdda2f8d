import { LEVELS, ranks, type Level } from './level.js';
import { isUnspaced } from './unspaced.js';

export interface UnspacedTitles {
  /** Parts of titles; one that begins with `=` is a whole word. */
  readonly unspaced: Readonly<Partial<Record<Level, readonly string[]>>>;
  /** Those of helpers, whoever is named before them; those who come before whom they help. */
  readonly unspaced_serving: readonly string[];
  readonly unspaced_serving_first: readonly string[];
  readonly unspaced_former: readonly string[];
}

const SEGMENTS = /[/、,，|｜・·兼&;()\n]|\s[-–—]\s/u;
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * The level of a title in a script that parts no words, from its known part that ends last: 営業部長, 社长秘书, 전 대표이사.
 * Undefined: no part is known, or none is in such a script.
 */
export function unspacedTitleReader(words: UnspacedTitles): (text: string) => { readonly level: Level; readonly serves: boolean } | undefined {
  const parts = LEVELS.flatMap((level) => (words.unspaced[level] ?? []).map((part) => [folded(part), level] as const));
  const serving = words.unspaced_serving.map(folded), first = words.unspaced_serving_first.map(folded), former = words.unspaced_former.map(folded);

  function segmentLevel(segment: string): { level: Level; part: string } | undefined {
    const title = segment.replace(/\s+/gu, '');
    const last = segment.trim().split(/\s+/u).at(-1);
    let best: { level: Level; part: string } | undefined, end = 0, start = 0;
    for (const [entry, level] of parts) {
      const whole = entry.startsWith('=');
      const part = whole ? entry.slice(1) : entry;
      const at = !whole || last === part ? title.lastIndexOf(part) : -1;
      if (at < 0 || at + part.length < end || (at + part.length === end && at >= start)) continue;
      best = { level, part }; start = at; end = at + part.length;
    }
    if (best === undefined) return undefined;
    if (former.includes(title.slice(0, start))) return { ...best, level: 'none' };
    return first.some((part) => title.startsWith(part)) ? { ...best, level: 'staff' } : best;
  }

  return (text) => {
    let found: Level | undefined, serves = false;
    for (const segment of folded(text).split(SEGMENTS)) {
      const said = isUnspaced(segment) ? segmentLevel(segment) : undefined;
      if (said === undefined) continue;
      if (said.level === 'none' && said.part === segment.trim()) return { level: 'none', serves: true };
      serves ||= serving.includes(said.part);
      if (found === undefined || ranks(said.level) > ranks(found)) found = said.level;
    }
    return found === undefined ? undefined : { level: found, serves: serves || found === 'none' };
  };
}

/** What of a title is written in letters that part words. */
export const spacedPart = (text: string): string => text.split(/([^\p{Script=Latin}\p{P}\s\d&+]+)/u).filter((_, at) => at % 2 === 0).join(' ');
