/** Encodings with several bytes a character: what the detector calls them, and their labels. In doubt those win that spreadsheets write. */
export const WIDE = new Map([['Shift_JIS', 'shift_jis'], ['EUC-KR', 'euc-kr'], ['GB18030', 'gb18030'], ['Big5', 'big5'], ['EUC-JP', 'euc-jp']]);

/** First and last of the first bytes of everyday characters: the standards number common ones before rare ones. */
type Ranges = readonly (readonly [number, number])[];
const EVERYDAY: Readonly<Record<string, Ranges>> = {
  shift_jis: [[0x81, 0x83], [0x88, 0x98]],
  'euc-jp': [[0xa1, 0xa1], [0xa3, 0xa5], [0xb0, 0xcf]],
  'euc-kr': [[0xa1, 0xa1], [0xa3, 0xa3], [0xb0, 0xc8]],
  big5: [[0xa1, 0xa1], [0xa3, 0xc6]],
  gb18030: [[0xa1, 0xa1], [0xa3, 0xa3], [0xb0, 0xd7]],
};

/** The share of the characters beyond ASCII that are everyday ones if the text is in that encoding. */
export function everyday(text: Buffer, label: string): number {
  const ranges = EVERYDAY[label] ?? [];
  let all = 0;
  let common = 0;
  for (let at = 0; at < text.length; at++) {
    const first = text[at] as number;
    if (first < 0x80) continue;
    all++;
    if (ranges.some(([from, to]) => first >= from && first <= to)) common++;
    // Half-width katakana is the one sort of foreign character that is a single byte.
    if (label !== 'shift_jis' || first < 0xa1 || first > 0xdf) at++;
  }
  return all === 0 ? 0 : common / all;
}
