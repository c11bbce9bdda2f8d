/** What every command gets: the process, a signal that says stop, and a place to leave the exit code. */
export interface World {
  readonly process: NodeJS.Process;
  readonly signal: AbortSignal;
  exit: number;
}
