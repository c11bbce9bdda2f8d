/** The share of the time so far that tells the speed: long enough to even out, short enough to follow a list that changes. */
const RECENT = 0.3;
/** Seconds; the first moments say nothing of the speed. */
const FIRST = 0.5;
/** Seconds between two moments that are remembered. */
const APART = 0.1;

/** How fast something goes. Time is in seconds from any beginning; what is done may be in any unit. */
export interface Pace {
  /** Tells how much is done at a moment. */
  see(now: number, done: number): void;
  /** Done in a second, lately; null as long as that cannot be said. */
  speed(): number | null;
}

export function createPace(): Pace {
  const moments: { readonly now: number; readonly done: number }[] = [];
  let last = { now: 0, done: 0 };
  let began = 0;
  return {
    see(now, done) {
      if (moments.length === 0) began = now;
      last = { now, done };
      const previous = moments.at(-1);
      if (previous === undefined || now - previous.now >= APART) moments.push(last);
      const since = now - (now - began) * RECENT;
      while (moments.length > 1 && moments[1]!.now <= since) moments.shift();
    },
    speed() {
      const from = moments[0];
      if (from === undefined || last.now - began < FIRST || last.now === from.now) return null;
      return (last.done - from.done) / (last.now - from.now);
    },
  };
}
