import { Command } from 'commander';
import { ALL_CODES, explanationsOf } from '../checks/index.js';
import { EXIT, usageError } from '../errors.js';
import { findUpward, loadLayers, loadRules } from '../rules/load.js';
import { settings } from '../rules/origin.js';
import { presets, readShipped, shippedFolder } from '../rules/shipped.js';
import { collect, dayOf, readDay } from './options.js';
import { clip, counted, wrap } from './print.js';
import { tryExamples, type Example } from './rules-test.js';
import { colours, hasUnicode } from './terminal.js';
import type { World } from './world.js';

interface Options { readonly rules?: readonly string[]; readonly asOf?: string; readonly color: boolean }

export function rulesCommand(world: World): Command {
  const rules = (command: Command): Command => command
    .option('-r, --rules <file or preset>', 'repeatable, later ones win (default: the nearest leadclean.yaml, else default)', collect)
    .option('--no-color', 'no colours');
  const root = rules(new Command('rules').description('the presets there are, and what each code does under the rules in effect'))
    .action((options: Options) => list(options, world));
  root.addCommand(rules(new Command('show').description('the rules in effect, and where each value was said'))
    .action((_: unknown, command: Command) => show(command.optsWithGlobals(), world)));
  root.addCommand(new Command('test').description('run the examples written in rules files')
    .argument('[rules...]', 'rules files or presets (default: the nearest leadclean.yaml)')
    .option('--as-of <YYYY-MM-DD>', 'the day ages are counted from, for examples that do not say one (default: today)')
    .action((names: string[], _: unknown, command: Command) => test(names, command.optsWithGlobals(), world)));
  return root;
}

/** Presets with a line each, then every code in effect. */
async function list(options: Options, { process }: World): Promise<void> {
  const rules = await loadRules(options.rules ?? [], process.cwd(), ALL_CODES);
  const chalk = colours(process, 'stdout', options.color);
  const names = await presets();
  const widest = Math.max(...names.map((name) => name.length));
  const about = await Promise.all(names.map(async (name) => {
    const { description = '' } = (await readShipped(`${name}.yaml`))?.value as { description?: string };
    return `  ${name.padEnd(widest)}  ${wrap(description, 76 - widest, widest + 4)}\n`;
  }));
  const words = explanationsOf(rules);
  const wide = Math.max(...[...words.keys()].map((code) => code.length));
  const codes = [...words].map(([code, { what }]) => {
    const { verdict = '', points = '' } = rules.codes[code] ?? {};
    return `  ${code.padEnd(wide)}  ${verdict.padEnd(6)}  ${String(points).padStart(4)}  ${clip(what, 76 - wide - 14, hasUnicode(process))}\n`;
  });
  process.stdout.write(`${chalk.bold('Presets')}\n${about.join('')}\n${chalk.bold(`Codes under ${rules.name}`)}\n${codes.join('')}`);
}

/** One line for each value: `codes.email/role.points: -15   # default.yaml:44`. */
async function show(options: Options, { process }: World): Promise<void> {
  const chalk = colours(process, 'stdout', options.color);
  const names = options.rules ?? [];
  const rules = await loadRules(names, process.cwd(), ALL_CODES);
  const { layers } = await loadLayers(names, process.cwd(), ALL_CODES);
  const lines = settings(layers, process.cwd(), shippedFolder()).map(({ keys, value, from }) => `${keys.join('.')}: ${JSON.stringify(value)}  ${chalk.dim(`# ${from}`)}\n`);
  process.stdout.write(`${chalk.dim(`# ${rules.name}`)}\n${lines.join('')}`);
}

/** Runs the examples of each file under that file's own rules. */
async function test(names: readonly string[], options: Options, world: World): Promise<void> {
  const { process } = world;
  const today = options.asOf === undefined ? dayOf(new Date()) : readDay(options.asOf);
  for (const name of names.length > 0 ? names : [findUpward(process.cwd()) ?? 'default']) {
    const rules = await loadRules([name], process.cwd(), ALL_CODES);
    const { examples = [] } = (await loadLayers([name], process.cwd(), ALL_CODES)).layers.at(-1)!.raw as { examples?: readonly Example[] };
    if (examples.length === 0) throw usageError(`${name} has no examples: write some rows under examples, each with its lead and what must come of it`);
    const tried = tryExamples(examples, rules, today);
    for (const [at, { example, differs }] of tried.entries()) {
      if (differs.length === 0) continue;
      world.exit = EXIT.gate;
      process.stdout.write(`${name}: example ${at + 1}${example.name === undefined ? '' : ` (${example.name})`} fails\n${differs.map((line) => `  ${line}\n`).join('')}`);
    }
    const failed = tried.filter(({ differs }) => differs.length > 0).length;
    process.stdout.write(`${name}: ${counted(tried.length, 'example')}, ${failed === 0 ? 'all pass' : `${failed} fail`}\n`);
  }
}
