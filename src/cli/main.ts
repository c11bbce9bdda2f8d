import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { Complaint, EXIT, inputError, outputError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { VERSION } from '../version.js';
import { explainCommand } from './explain.js';
import { initCommand } from './init.js';
import { inspectCommand } from './inspect.js';
import { harmless } from './print.js';
import { rulesCommand } from './rules.js';
import { scanCommand } from './scan.js';
import type { World } from './world.js';

/** A fault of leadclean itself; sysexits calls it EX_SOFTWARE. */
const BUG = 70;
/** Ctrl-C, `kill`, a terminal that is closed. */
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the command line `argv` (without node and script) and returns the exit code; never throws. */
export async function main(argv: readonly string[], process: NodeJS.Process): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
    // Whoever waits for a pipe that is silent, or for a reader that pauses, would never hear of it.
    process.stdin.destroy();
    process.stdout.destroy();
  };
  const world: World = { process, signal: stop.signal, exit: EXIT.done };
  for (const signal of STOPPING) process.once(signal, interrupt);
  // A reader that has seen enough (`| head`) is no error; whoever writes is told by the write itself.
  let lost: Error | null = null;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') lost ??= error; });
  // What standard error does not take can be told nowhere.
  process.stderr.on('error', () => {});
  try {
    const exit = await run(argv, world);
    if (!stop.signal.aborted) await written(process.stdout);
    return lost === null || (exit !== EXIT.done && exit !== EXIT.gate) ? exit : tell(outputError(`cannot write standard output: ${(lost as Error).message}`), process);
  } finally {
    for (const signal of STOPPING) process.removeListener(signal, interrupt);
  }
}

async function run(argv: readonly string[], world: World): Promise<number> {
  try {
    await program(world).parseAsync(argv, { from: 'user' });
    return world.signal.aborted ? EXIT.interrupted : world.exit;
  } catch (error) {
    if (world.signal.aborted) return EXIT.interrupted;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    return tell(error, world.process);
  }
}

/** Waits until all that was written before has been taken or refused. */
const written = (stream: NodeJS.WritableStream): Promise<void> => new Promise((done) => { stream.write('', () => done()); });

function program(world: World): Command {
  const { stdout, stderr } = world.process;
  const root = new Command('leadclean')
    .description('Checks, scores and sorts a lead list before it costs you money.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES);
  for (const command of [scanCommand(world), inspectCommand(world), explainCommand(world), rulesCommand(world), initCommand(world)])
    root.addCommand(command);
  for (const command of [root, ...root.commands, ...root.commands.flatMap((each) => each.commands)])
    command.helpOption('-h, --help', 'print this help').exitOverride().showSuggestionAfterError(false).configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => write(phrase(text, command)),
      getOutHelpWidth: () => Math.min(stdout.columns ?? 80, 80),
    });
  return root;
}

const EXAMPLES = `
Examples:
  leadclean scan leads.csv                       three lists and a report
  leadclean scan leads.csv --country DE -o out   numbers without +49 are German
  leadclean scan - --stdout cleaned < leads.csv  in a pipe
  leadclean inspect leads.csv                    what is made of the columns
  leadclean explain email/typo                   what a code means, what to do`;

/** commander's sentence in our form, with what was probably meant. */
function phrase(text: string, command: Command): string {
  const said = text.trim().replace(/^error: /, '').replace(/'([^']*)'/g, '$1').replace(/(argument[^.]*\. Expected .*)\.$/, '$1');
  const [, kind, word] = /^unknown (option|command) (\S+)$/.exec(said) ?? [];
  const [stray] = word === undefined && said.startsWith('too many arguments') ? command.args : [];
  if (kind === 'command' && existsSync(word!)) return `leadclean: ${harmless(word!)} is no command; to clean a list: leadclean scan ${harmless(word!)}\n`;
  const known = kind === 'option' ? optionNames(command) : command.commands.map((each) => each.name());
  const hint = word !== undefined ? didYouMean(word, known) : stray !== undefined ? didYouMean(stray, known) : '';
  return `leadclean: ${harmless(said)}${hint}\nTry: leadclean ${pathOf(command)}--help\n`;
}
/** `rules test ` for the command below a command. */
const pathOf = (command: Command): string => (command.parent === null ? '' : `${pathOf(command.parent)}${command.name()} `);
const optionNames = (command: Command): string[] => command.options.flatMap((option) => option.long ?? []).concat('--help');

/** Tells what went wrong in a line and returns the exit code. */
function tell(error: unknown, { stderr, env }: NodeJS.Process): number {
  if (error instanceof Complaint) {
    stderr.write(error.message.split('\n').map((line) => `leadclean: ${harmless(line)}\n`).join(''));
    return error.exit;
  }
  if ((error as NodeJS.ErrnoException).syscall === 'uv_cwd') return tell(inputError('the folder this runs in is gone'), { stderr, env } as NodeJS.Process);
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`leadclean: this is a bug in leadclean ${VERSION}, please report it: ${harmless(message)}\n`);
  const debug = (env['LEADCLEAN_DEBUG'] ?? '') !== '';
  stderr.write(debug && error instanceof Error ? `${error.stack}\n` : 'leadclean: LEADCLEAN_DEBUG=1 shows where it happened\n');
  return BUG;
}
