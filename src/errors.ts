/** Exit codes of the program. */
export const EXIT = { done: 0, gate: 1, usage: 2, input: 3, output: 4, interrupted: 130 } as const;

/** An error that is told to the user as one clear sentence, never with a stack trace. */
export class Complaint extends Error {
  constructor(readonly exit: number, message: string) {
    super(message);
  }
}
/** Options or rules are wrong. */
export const usageError = (message: string): Complaint => new Complaint(EXIT.usage, message);
/** The input cannot be read as a list. */
export const inputError = (message: string): Complaint => new Complaint(EXIT.input, message);
/** The output cannot be written. */
export const outputError = (message: string): Complaint => new Complaint(EXIT.output, message);
