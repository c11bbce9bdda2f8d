import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputError } from '../errors.js';
import type { World } from './world.js';

const FILE = 'leadclean.yaml';

export function initCommand(world: World): Command {
  return new Command('init')
    .description(`write a commented ${FILE} to start from`)
    .option('--force', 'replace the one that is there')
    .action((options: { force?: boolean }) => init(options.force === true, world));
}

async function init(force: boolean, { process }: World): Promise<void> {
  try {
    await writeFile(join(process.cwd(), FILE), STARTER, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw outputError(code === 'EEXIST' ? `${FILE} is there already; --force replaces it` : `${FILE} cannot be written: ${message}`);
  }
  process.stdout.write(`${FILE} is written; leadclean uses it for every list scanned in this folder and below it.\n`);
}

/** Every value here is the default; the test reads it back with the rules loader. */
export const STARTER = `# Rules of leadclean for the lists in this folder and below it.
# Whatever is not said here is as in the preset "default"; leadclean explain shows every code and what it costs.
name: ours
extends: default

score:
  base: 60 # a name on a list about which nothing is known; findings add and take points, 0 to 100

# What one row of the list cost. With it the report says what a cleaned row cost and what was wasted.
currency: EUR
price: null

# Per code: verdict (reject: do not import, flag: a person should look, note: only shown, off) and points.
# "email/role: reject" is short for { verdict: reject }.
codes:
  email/free: note # on a list of companies, flag may be right
  email/role: flag # info@, sales@: nobody in particular reads it
  email/disposable: { verdict: flag, points: -30 }
  phone/fictional: { verdict: flag, points: -15 }
  stale/old: { verdict: flag, points: -15 }

options:
  missing:
    required: [] # a row without one of these is flagged; a|b means one of the two is enough
    recommended: [first_name|full_name, last_name|full_name, company]
  stale:
    max_age_days: 730
  intent:
    recent_days: 90
`;
