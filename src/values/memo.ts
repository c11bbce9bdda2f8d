/** Longest text that is remembered: statuses, sources and titles repeat, notes do not. */
const LONGEST = 80;

/** `read`, remembering what it said of the last `most` to twice that many short texts. */
export function memo<T>(read: (text: string) => T, most = 4096): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const known = recent.get(text);
    if (known !== undefined) return known;
    const answer = older.get(text) ?? read(text);
    if (recent.size >= most) { older = recent; recent = new Map(); }
    recent.set(text, answer);
    return answer;
  };
}
