export interface RoleLists {
  /** Local parts of shared mailboxes; a hyphen stands for nothing or any separator. */
  readonly accounts: readonly string[];
  /** Words that stand beside a role: team, emea, uk. */
  readonly qualifiers: readonly string[];
}

/**
 * Whether a lower-case local part is a shared mailbox: a role (`info`, `customer.service`), numbered (`info2`), or
 * made of roles and qualifiers only (`sales.emea`, `it-support`). One other word makes it a person: `it.max`, `ann.post`.
 */
export function roleReader(lists: RoleLists): (local: string) => boolean {
  const accounts = new Set(spellings(lists.accounts));
  const words = new Set([...accounts, ...lists.qualifiers]);

  return (local) => {
    if (accounts.has(local)) return true;
    const plus = local.indexOf('+');
    if (plus > 0) local = local.slice(0, plus);
    // Nearly every local part of a person ends here: its first word is no word of the lists.
    if (!words.has(firstWord(local))) return false;
    const parts = local.split(/[._-]+/).map((part) => part.replace(NUMBER, '')).filter((part) => part !== '');
    return parts.some((part) => part.length > 1 && accounts.has(part)) && parts.every((part) => words.has(part));
  };
}

/** The accounts with each separator. */
export function spellings(accounts: readonly string[]): string[] {
  return accounts.flatMap((entry) => SEPARATORS.map((separator) => entry.replaceAll('-', separator)));
}

const SEPARATORS = ['', '.', '-', '_'];
/** A mailbox number before or after a word, or alone; years of birth and longer numbers belong to people. */
const NUMBER = /^0?\d(?=\D|$)|(?<=\D)0?\d$/g;

function firstWord(local: string): string {
  let start = 0;
  while (start < local.length && isDigitAt(local, start)) start++;
  let end = start;
  while (end < local.length && !isDigitAt(local, end) && !isSeparatorAt(local, end)) end++;
  return end === start ? '' : local.slice(start, end);
}

function isDigitAt(text: string, index: number): boolean {
  const char = text.charCodeAt(index);
  return char >= 48 && char <= 57;
}

function isSeparatorAt(text: string, index: number): boolean {
  const char = text[index];
  return char === '.' || char === '-' || char === '_';
}
