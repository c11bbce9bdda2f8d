// node bench/made.js [--only <part of a kind>] [--seeds 1] [--show 0]
// Likely duplicates in invented lists of many kinds (bench/made-lists.js), columns mapped by their headers: precision and
// recall over pairs, at the threshold that flags and at the one that counts as the same person.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './load.js';
import { KINDS, made } from './made-lists.js';
import { duplicatesOf, scored, showWrong } from './pairs.js';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, seeds: { type: 'string', default: '1' }, show: { type: 'string', default: '0' } } });
const program = await load('bench/recall-entry.ts');
const fields = fileURLToPath(new URL('../rules/fields.yaml', import.meta.url));

const table = {};
for (const kind of Object.keys(KINDS).filter((name) => name.includes(values.only))) {
  const all = { flagged: [], same: [] };
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const { header, rows, who, matchOn = [] } = made(kind, seed);
    const { result, columns } = duplicatesOf(program, header, rows, matchOn, new Map(), fields);
    all.flagged.push(scored(result.likely, who));
    all.same.push(scored(result.same, who));
    if (seed === 1) showWrong(result, rows, who, columns, Number(values.show));
  }
  const sum = (list, key) => list.reduce((total, one) => total + one[key], 0);
  const of = (list) => ({ wrong: sum(list, 'pairs') - sum(list, 'right'), precision: share(sum(list, 'right'), sum(list, 'pairs')), recall: share(sum(list, 'right'), sum(list, 'actual')) });
  const [flagged, same] = [of(all.flagged), of(all.same)];
  table[kind] = { 'pairs': sum(all.flagged, 'actual'), 'flagged: precision': flagged.precision, recall: flagged.recall, 'wrong': flagged.wrong, 'same person: precision': same.precision, 'recall ': same.recall, 'wrong ': same.wrong };
}
console.table(table);

function share(part, whole) {
  return whole === 0 ? '' : (part / whole).toFixed(3);
}
