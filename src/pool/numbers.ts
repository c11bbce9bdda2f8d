/**
 * Numbers below 2^32, one after another: for columns that are filled again and again, batch after batch. (A class, for
 * what its instances share: V8 makes slow dictionaries of literals that have accessors.)
 */
export class Numbers {
  private held = new Uint32Array(1 << 12);
  length = 0;

  push(number: number): void {
    if (this.length === this.held.length) this.grow();
    this.held[this.length++] = number;
  }

  /** A copy of what was pushed since the last time, to keep or to send away; begins anew. */
  take(): Uint32Array {
    const taken = this.held.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  private grow(): void {
    const more = new Uint32Array(this.length * 2);
    more.set(this.held);
    this.held = more;
  }
}
