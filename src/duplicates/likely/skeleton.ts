import { hashOf, type Vocabulary } from './vocabulary.js';

/** Which consonants a word has, those that sound alike being one: what is left of it after most slips of pen or ear. */
export function skeleton(bytes: Uint8Array, from: number, to: number): number {
  let set = 0;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return hashOf(bytes, from, to);
    const sound = SOUNDS[byte]!;
    if (sound > 0) set |= 1 << sound;
  }
  return set === 0 ? hashOf(bytes, from, to) : set + NICKNAME_GROUPS;
}

/** Numbers below this are nickname groups. */
const NICKNAME_GROUPS = 1 << 16;
const SOUNDS = new Uint8Array(128);
['b', 'ckq', 'd', 'fv', 'g', 'j', 'l', 'm', 'n', 'p', 'r', 'szx', 't', 'w'].forEach((letters, sound) => {
  for (const letter of letters) SOUNDS[letter.charCodeAt(0)] = sound + 1;
});

/** The skeleton of the word at that place in the text, 0 if it has none there. */
export function wordKey({ bytes, starts }: Vocabulary, text: number, place: number): number {
  const end = starts[text + 1]!;
  for (let from = starts[text]!, n = 0; from < end; n++) {
    let to = from;
    while (to < end && bytes[to] !== SPACE) to++;
    if (n === place) return skeleton(bytes, from, to);
    from = to + 1;
  }
  return 0;
}

const SPACE = 32;
