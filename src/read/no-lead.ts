import type { Trouble } from '../types.js';
import type { Dialect } from './dialect.js';
import { isFooter } from './footer.js';
import type { RawRecord } from './record.js';

const BLANK: readonly Trouble[] = [{ kind: 'blank', detail: 'every cell is empty' }];
const REPEATED: readonly Trouble[] = [{ kind: 'repeated-header', detail: 'the header line again' }];
const FOOTER: readonly Trouble[] = [{ kind: 'footer', detail: 'a total or a remark of the program that wrote the list' }];
/** Filled cells of a footer that is as wide as a record. */
const FEW = 3;

/**
 * Tells of records that are none of the list's: nothing but blanks, the header again, a footer; null of all others.
 * `content`: cells in which something stands; `ink`: something else than blanks.
 */
export function noLeadIn(record: RawRecord, bytes: Uint8Array, header: readonly string[], { names }: Dialect): (content: number, ink: boolean) => readonly Trouble[] | null {
  const { width } = record;
  const first = header[0] ?? '';
  const firstByte = Buffer.from(first.trim())[0] ?? 0;

  function isBlank(): boolean {
    for (let i = 0; i < width; i++) if (record.text(i).trim() !== '') return false;
    return true;
  }

  function isHeader(): boolean {
    // Nearly every record differs in the first letter already.
    if (record.plain && firstByte !== 0) {
      let at = record.startOf(0);
      while (bytes[at] === 32) at++;
      if (bytes[at] !== firstByte) return false;
    }
    if (names.length === 0 || (record.text(0) !== first && record.text(0).trim() !== first.trim())) return false;
    for (let i = 0; i < width; i++) if (record.text(i).trim() !== (header[i] as string).trim()) return false;
    return true;
  }

  return (content, ink) => {
    if ((content === 0 || !ink) && isBlank()) return BLANK;
    if (isHeader()) return REPEATED;
    return (!record.plain || (content <= FEW && content * 2 <= width)) && width > 1 && isFooter(header.map((_, i) => record.text(i))) ? FOOTER : null;
  };
}
