/** How rows of one segment end that have hints and are no duplicates. The same hints come again and again. */
export interface Rest {
  /** `texts[number]`: the hints. The rows of a batch share their texts. */
  at(texts: readonly string[], number: number): DataView;
}

/** `of`: encodes them. */
export function restOf(of: (hints: string) => DataView): Rest {
  let batch: readonly string[] = [];
  let ends: (DataView | undefined)[] = [];
  return {
    at(texts, number) {
      if (texts !== batch) {
        batch = texts;
        ends = new Array<DataView | undefined>(texts.length).fill(undefined);
      }
      return ends[number] ??= of(texts[number] as string);
    },
  };
}
