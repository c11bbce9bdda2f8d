// One fresh process: how long, how much processor time, how much memory. GNU time where it is, else Linux's /proc.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, openSync, closeSync } from 'node:fs';
import { once } from 'node:events';

const GNU_TIME = '/usr/bin/time';
const hasTime = existsSync(GNU_TIME) && process.platform === 'linux';
const TICKS_PER_SECOND = 100;
const POLL_MS = 10;

/**
 * Runs a command to its end.
 * @param {readonly string[]} command the program and its arguments, no shell
 * @param {string} stdout path its standard output goes to
 * @returns {Promise<{wall: number, cpu: number, peak: number}>} seconds, seconds, MB (NaN where the machine does not tell)
 * @throws {Error} with what it wrote to standard error when it fails
 */
export async function measure(command, stdout = '/dev/null') {
  const out = openSync(stdout, 'w');
  const [program, ...args] = hasTime ? [GNU_TIME, '-q', '-f', '\n%U %S %M', ...command] : command;
  const start = process.hrtime.bigint();
  const child = spawn(program, args, { stdio: ['ignore', out, 'pipe'] });
  closeSync(out);
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  let used = { cpu: NaN, peak: NaN };
  const poll = hasTime ? undefined : setInterval(() => (used = fromProc(child.pid) ?? used), POLL_MS);
  const [code] = await once(child, 'close');
  clearInterval(poll);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}\n${said.trim().split('\n').slice(-5).join('\n')}`);
  if (hasTime) {
    const [user, system, kilobytes] = said.trim().split('\n').at(-1).split(' ').map(Number);
    used = { cpu: user + system, peak: kilobytes / 1024 };
  }
  return { wall, ...used };
}

/** Processor time and peak memory so far; undefined once the process is gone. The last few milliseconds are not seen. */
function fromProc(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND, peak: Number(peak) / 1024 };
  } catch {
    return undefined;
  }
}
