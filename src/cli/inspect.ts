import { Command } from 'commander';
import { ALL_CODES } from '../checks/index.js';
import { loadRules } from '../rules/load.js';
import { examineList } from './inspection.js';
import { inspectionText } from './inspection-text.js';
import { collect, readMap } from './options.js';
import { readReading, type ReadingOptions, withReadingOptions } from './reading.js';
import { saveReading } from './save.js';
import { colours, hasUnicode, widthOf } from './terminal.js';
import type { World } from './world.js';

interface Options extends ReadingOptions {
  readonly map?: readonly string[]; readonly rules?: readonly string[]; readonly json?: boolean; readonly save?: boolean; readonly color: boolean;
}

export function inspectCommand(world: World): Command {
  return withReadingOptions(new Command('inspect')
    .description('what leadclean sees: encoding, delimiter, header line, columns, dates, samples; writes nothing but with --save')
    .argument('<list>', 'a CSV file or Excel workbook, also packed (gzip, ZIP); - is standard input')
    .option('--map <field=column>', 'which column a field is in; repeatable; an empty column unmaps', collect)
    .option('-r, --rules <file or preset>', 'names and settings of columns; repeatable (default: the nearest leadclean.yaml, else default)', collect)
    .option('--json', 'the same as JSON')
    .option('--save', 'write the columns and the options given here into leadclean.yaml, so that the next list is read the same way')
    .option('--no-color', 'no colours'))
    .action((path: string, options: Options) => inspect(path, options, world));
}

async function inspect(path: string, options: Options, { process }: World): Promise<void> {
  const rules = await loadRules(options.rules ?? [], process.cwd(), ALL_CODES);
  const inspection = await examineList(path, { ...readReading(options), stdin: () => process.stdin, map: readMap(options.map ?? []) }, rules);
  if (options.save === true) process.stderr.write(`leadclean: ${await saveReading(process.cwd(), inspection, options)}\n`);
  const text = options.json === true
    ? `${JSON.stringify(inspection, null, 2)}\n`
    : inspectionText(inspection, { chalk: colours(process, 'stdout', options.color), unicode: hasUnicode(process), width: widthOf(process.stdout) });
  process.stdout.write(text);
}
