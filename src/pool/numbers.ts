/** Numbers below 2^32, one after another: for columns that are filled again and again, batch after batch. */
export interface Numbers {
  push(number: number): void;
  readonly length: number;
  /** A copy of what was pushed since the last time, to keep or to send away; begins anew. */
  take(): Uint32Array;
}

export function createNumbers(): Numbers {
  let held = new Uint32Array(1 << 12);
  let length = 0;
  return {
    push(number) {
      if (length === held.length) {
        const more = new Uint32Array(length * 2);
        more.set(held);
        held = more;
      }
      held[length++] = number;
    },
    get length() { return length; },
    take() {
      const taken = held.slice(0, length);
      length = 0;
      return taken;
    },
  };
}
