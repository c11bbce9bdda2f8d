/** Some records of a list: UTF-8, ends at a record boundary. A view of what was read: nothing was copied. */
export interface Batch {
  readonly bytes: Uint8Array;
  /** Line of the list on which the first byte stands, the first line being 1. */
  readonly line: number;
  /**
   * Start and end (line end included) of each record that cannot be read strictly over several lines, in pairs of
   * offsets: where a quote never closes, the splitter has decided where the record ends.
   */
  readonly odd: readonly number[];
  /** 0, or the line of another table's header, when the records belong to that table and not to the list's. */
  readonly table: number;
}
