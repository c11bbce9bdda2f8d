// node bench/recall.js <list...> --truth <column> [--truth-pattern <regex>] [--match-on <columns>] [--map <field=column>]
// Likely duplicates against a list that was marked: precision, recall and F1 over pairs. Rows with the same text in the
// truth column (or in the first group of the pattern) are one person. Several lists are read as one.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { load } from './load.js';

const { positionals: lists, values } = parseArgs({
  allowPositionals: true,
  options: { truth: { type: 'string' }, 'truth-pattern': { type: 'string' }, 'match-on': { type: 'string', default: '' }, map: { type: 'string', multiple: true, default: [] }, show: { type: 'string', default: '0' } },
});
const { search, kindsOf, inferKind } = await load('bench/recall-entry.ts');
const words = (name) => readFileSync(new URL(`../rules/words/${name}.txt`, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));

const parsed = lists.map((list) => parse(readFileSync(list), { bom: true, ltrim: true, rtrim: true, relax_quotes: true, relax_column_count: true }));
const header = parsed[0][0];
const rows = parsed.flatMap((list) => list.slice(1));
const pattern = values['truth-pattern'] === undefined ? undefined : new RegExp(values['truth-pattern']);
const truthAt = header.indexOf(values.truth);
const truth = rows.map((row) => (pattern === undefined ? row[truthAt] : (pattern.exec(row[truthAt])?.[1] ?? row[truthAt])));

const named = values['match-on'].split(',').filter((name) => name !== '');
const kinds = kindsOf(header, rows.slice(0, 1000), fileURLToPath(new URL('../rules/fields.yaml', import.meta.url)), new Map(values.map.map((entry) => [entry.split('=')[0], [entry.split('=')[1]]])));
const columns = header.flatMap((name, at) => {
  if (named.includes(name)) return [{ at, name, kind: inferKind(rows.slice(0, 1000).map((row) => row[at] ?? '')) }];
  const kind = name === values.truth ? undefined : kinds[at];
  return kind === undefined ? [] : [{ at, name, kind }];
});
console.log(columns.map(({ name, kind }) => `${name}: ${kind}`).join(', '));

const start = performance.now();
const found = search(columns, { nicknames: words('nicknames'), givenNames: words('given-names'), companySuffixes: words('company-suffixes'), streetWords: words('street-words'), honorifics: words('honorifics') });
rows.forEach((row, i) => found.add(i, columns.map(({ at }) => row[at] ?? '')));
const result = found.find();
const seconds = (performance.now() - start) / 1000;
const { user } = process.cpuUsage();

const pairsOf = (sizes) => [...sizes.values()].reduce((sum, n) => sum + n * (n - 1) / 2, 0);
const countBy = (texts) => texts.reduce((counts, text) => counts.set(text, (counts.get(text) ?? 0) + 1), new Map());
const actual = pairsOf(countBy(truth));
const scored = (pairs, right) => ({ precision: right / pairs, recall: right / actual, F1: 2 * right / (pairs + actual), pairs, right, actual });
const ofGroups = (groups) => scored(
  groups.reduce((sum, group) => sum + group.length * (group.length - 1) / 2, 0),
  groups.reduce((sum, group) => sum + pairsOf(countBy(group.map((row) => truth[row]))), 0),
);
console.table({
  'likely (groups)': ofGroups(result.likely),
  'same person (groups)': ofGroups(result.same),
  'likely (pairs)': scored(result.matches.length, result.matches.filter(({ a, b }) => truth[a] === truth[b]).length),
});
for (const { block, rows: left } of result.skipped) console.log(`not compared, too many share it: ${block}, ${left} rows`);
console.log(`${rows.length} rows, ${seconds.toFixed(1)} s, CPU ${(user / 1e6).toFixed(1)} s, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);

const show = Number(values.show);
if (show > 0) {
  const text = (row) => columns.map(({ at }) => rows[row][at]).join(' | ');
  const wrong = result.matches.filter(({ a, b }) => truth[a] !== truth[b]);
  for (const { a, b, probability, agreed, disagreed } of wrong.filter((_, i) => i % Math.ceil(wrong.length / show) === 0))
    console.log(`two people, ${probability.toFixed(3)}\n  ${text(a)}\n  ${text(b)}\n  agreed: ${agreed}; disagreed: ${disagreed}`);
  const group = new Map(result.likely.flatMap((members, i) => members.map((row) => [row, i])));
  const first = new Map();
  const missed = [];
  truth.forEach((who, row) => {
    const other = first.get(who);
    if (other === undefined) first.set(who, row);
    else if (group.get(row) === undefined || group.get(row) !== group.get(other)) missed.push([other, row]);
  });
  for (const [a, b] of missed.filter((_, i) => i % Math.ceil(missed.length / show) === 0)) console.log(`one person\n  ${text(a)}\n  ${text(b)}`);
}
