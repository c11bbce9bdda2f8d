import { parseDocument } from 'yaml';
import type { Field, Rules } from '../types.js';

/** What is settled of a list: the field of each column by name, and how it is read. */
export interface Settled { readonly columns: Readonly<Record<string, Field | null>>; readonly reading: Rules['reading'] }

const NEW = `# Rules of leadclean for the lists in this folder and below it. Whatever is not said here is as in the preset "default".\n`;

/** The text of a rules file with what is settled in it; the rest, its comments included, stays as it is. null: a new file. */
export function withSettled(text: string | null, { columns, reading }: Settled): string {
  const document = parseDocument(text === null || text.trim() === '' ? '{}' : text);
  if (document.errors.length > 0) throw document.errors[0]!;
  const put = (keys: readonly string[], value: unknown): void => {
    if (document.getIn(keys.slice(0, 1)) === undefined) document.setIn(keys.slice(0, 1), document.createNode({}));
    document.setIn(keys, value);
  };
  for (const [name, field] of Object.entries(columns)) put(['columns', name], field);
  for (const [key, value] of Object.entries(reading)) put(['reading', key], value);
  const node = document.contents as { flow?: boolean } | null;
  if (node !== null && text === null) node.flow = false;
  return (text === null ? NEW : '') + document.toString({ lineWidth: 0 });
}
