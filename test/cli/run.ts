import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach } from 'vitest';
import { main } from '../../src/cli/main.js';

export interface Ran { readonly exit: number; readonly out: string; readonly err: string }

/** Runs the command line in this process, in `cwd`, with standard input `input`; `full`: standard output takes nothing; `columns`: it is a terminal so wide. */
export async function run(argv: readonly string[], { cwd, input = '', env = {}, full = false, columns }: { cwd: string; input?: string; env?: NodeJS.ProcessEnv; full?: boolean; columns?: number }): Promise<Ran> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  const into = (chunks: Buffer[]): Writable => new Writable({ write: (chunk: Buffer, _, done) => { chunks.push(Buffer.from(chunk)); done(); } });
  const disk = new Writable({ write: (_chunk, _, done) => { done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })); } });
  const process = Object.assign(new EventEmitter(), {
    stdin: Readable.from([Buffer.from(input)]), stdout: Object.assign(full ? disk : into(out), columns === undefined ? {} : { isTTY: true, columns }), stderr: into(err), env, platform: 'linux', cwd: () => cwd,
  }) as unknown as NodeJS.Process;
  const exit = await main(argv, process);
  return { exit, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

/** An empty folder for each test. */
export function folder(): { readonly path: string } {
  const here = { path: '' };
  beforeEach(() => { here.path = mkdtempSync(join(tmpdir(), 'leadclean-cli-')); });
  afterEach(() => { rmSync(here.path, { recursive: true, force: true }); });
  return here;
}
