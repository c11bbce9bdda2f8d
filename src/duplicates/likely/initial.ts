/**
 * The given name of somebody of whom only the initial is known, where the mailbox says it: J. Smith who writes from
 * jane.smith@ is Jane. All as they are compared.
 */
export function spelledOut(given: string, family: string, email: string): string {
  if (given.length !== 1 || family === '' || !email.startsWith(given)) return given;
  const [, word, rest] = MAILBOX.exec(email) ?? [];
  return rest?.replace(MARKS, '') === family.replaceAll(' ', '') ? word as string : given;
}

/** A word and what follows it, without a number at the end. */
const MAILBOX = /^(\p{L}{2,})[._-](.+?)\d*@/u;
const MARKS = /[._-]/g;
