import { Command, Option } from 'commander';
import { collect, readDelimiter, readMap } from './options.js';
import type { World } from './world.js';

interface Options {
  readonly map?: readonly string[]; readonly delimiter?: string; readonly encoding?: string; readonly header: boolean;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd'; readonly json?: boolean; readonly color: boolean;
}

export function inspectCommand(world: World): Command {
  return new Command('inspect')
    .description('what leadclean sees: encoding, delimiter, header line, columns, dates, samples; writes nothing')
    .argument('<list>', 'a CSV file, plain or gzip; - is standard input')
    .option('--map <field=column>', 'which column a field is in; repeatable; an empty column unmaps', collect)
    .option('--delimiter <text>', 'what stands between cells (default: detected)')
    .option('--encoding <name>', 'e.g. windows-1252 (default: detected)')
    .option('--no-header', 'the first line is data; columns are named column_1, column_2, …')
    .addOption(new Option('--date-order <order>', 'how dates like 03/04/2026 are read (default: by column)').choices(['dmy', 'mdy', 'ymd']))
    .option('--json', 'the same as JSON')
    .option('--no-color', 'no colours')
    .action((path: string, options: Options) => inspect(path, options, world));
}

async function inspect(path: string, options: Options, { process }: World): Promise<void> {
  const [{ examineList }, { inspectionText }, { colours, hasUnicode }] = await Promise.all([
    import('./inspection.js'), import('./inspection-text.js'), import('./terminal.js'),
  ]);
  const inspection = await examineList(path, {
    header: options.header, stdin: process.stdin, map: readMap(options.map ?? []),
    ...(options.delimiter === undefined ? {} : { delimiter: readDelimiter(options.delimiter) }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.dateOrder === undefined ? {} : { dateOrder: options.dateOrder }),
  });
  const text = options.json === true
    ? `${JSON.stringify(inspection, null, 2)}\n`
    : inspectionText(inspection, { chalk: colours(process, 'stdout', options.color), unicode: hasUnicode(process) });
  process.stdout.write(text);
}
