import { deserialize, serialize } from 'node:v8';

/** Plain data on its way to the disk or to another thread: its head (the data without its typed arrays), then the arrays, one after another. */
export interface Parcel {
  /** Bytes of the head. */
  readonly head: number;
  /** Bytes of all. */
  readonly length: number;
  /** Puts it at the beginning of `into`. */
  fill(into: Uint8Array): void;
}

/** Takes the typed arrays out of `data`, which stays as it is. */
export function parcelOf(data: object): Parcel {
  const arrays: Uint8Array[] = [];
  const head = serialize(withoutArrays(data, arrays));
  return {
    head: head.length,
    length: arrays.reduce((sum, array) => sum + aligned(array.length), aligned(head.length)),
    fill(into) {
      let at = 0;
      for (const part of [head, ...arrays]) {
        into.set(part, at);
        at += aligned(part.length);
      }
    },
  };
}

/** The data again. Its arrays are views of `bytes`, which begins at a multiple of eight in its buffer; `head` as the parcel says. */
export const unpacked = (bytes: Uint8Array, head: number): object => withArrays(deserialize(bytes.subarray(0, head)), bytes, { at: aligned(head) });

/** Typed arrays begin at multiples of their largest element. */
const aligned = (length: number): number => length + 7 & ~7;

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Float64Array };
type Kind = keyof typeof KINDS;
/** Stands in the head where a typed array stood. */
interface Taken { readonly kind: Kind; readonly length: number }
const isTaken = (value: unknown): value is Taken => typeof value === 'object' && value !== null && 'kind' in value && 'length' in value && (value.kind as string) in KINDS;

function withoutArrays(data: object, into: Uint8Array[]): object {
  return Object.fromEntries(Object.entries(data).map(([key, value]: [string, unknown]) => {
    if (ArrayBuffer.isView(value)) {
      into.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
      const kind = Object.entries(KINDS).find(([, type]) => value instanceof type)?.[0] as Kind;
      return [key, { kind, length: (value as Uint8Array).length }];
    }
    return [key, isRecord(value) ? withoutArrays(value, into) : value];
  }));
}

function withArrays(data: object, bytes: Uint8Array, from: { at: number }): object {
  return Object.fromEntries(Object.entries(data).map(([key, value]: [string, unknown]) => {
    if (isTaken(value)) {
      const array = new KINDS[value.kind](bytes.buffer as ArrayBuffer, bytes.byteOffset + from.at, value.length);
      from.at += aligned(array.byteLength);
      return [key, array];
    }
    return [key, isRecord(value) ? withArrays(value, bytes, from) : value];
  }));
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
