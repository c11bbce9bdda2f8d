import type { Ascii, Cell, CellState, Field, Known, Lead } from '../../src/types.js';
import { beginAsking, createKnown } from '../../src/values/cell-memo.js';
import { kindsIn } from '../../src/values/characters.js';

beginAsking();

/** A cell as the program makes them: with the bytes it was read from, until it is changed. */
export class TestCell implements Cell {
  ascii: Ascii | null;
  readonly isOrdinary = false;
  kinds: number;
  known: Known | null;
  private now: string;

  constructor(readonly column: number, readonly field: Field | null, text: string, public state: CellState = 'usable') {
    this.now = text;
    this.kinds = kindsIn(text);
    this.known = createKnown(text);
    // Other bytes around it, as in a batch.
    const bytes = new TextEncoder().encode(`x@,${text},@y`);
    this.ascii = /^[\x00-\x7f]*$/.test(text) ? { bytes, start: 3, end: bytes.length - 3 } : null;
  }

  get text(): string { return this.now; }
  set text(text: string) {
    this.now = text;
    this.ascii = this.known = null;
  }
  get isEmpty(): boolean { return this.now === ''; }
}

export function leadOf(cells: readonly Cell[], around: Partial<Lead> = {}): Lead {
  const of = (field: Field): readonly Cell[] => cells.filter((cell) => cell.field === field);
  const first = (field: Field): Cell | undefined => of(field).find((cell) => cell.state === 'usable' && cell.text !== '');
  return {
    row: { line: 2, cells: cells.map((cell) => cell.text), trouble: [] },
    cells, of, first, value: (field) => first(field)?.text ?? '', country: '', has: () => false, ...around,
  };
}
