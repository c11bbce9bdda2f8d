// What bench/recall.js and bench/made.js share: likely duplicates of a list at hand, held against who is who.
import { readFileSync } from 'node:fs';

const words = (name) => readFileSync(new URL(`../rules/words/${name}.txt`, import.meta.url), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));

/** Columns are mapped by their headers, those of `matchOn` take part as well. */
export function duplicatesOf({ search, kindsOf, inferKind, eachPair }, header, rows, matchOn, map, fieldsFile, without = '') {
  const kinds = kindsOf(header, rows.slice(0, 1000), fieldsFile, map);
  const columns = header.flatMap((name, at) => {
    if (matchOn.includes(name)) return [{ at, name, kind: inferKind(rows.slice(0, 1000).map((row) => row[at] ?? '')) }];
    const kind = name === without ? undefined : kinds[at];
    return kind === undefined ? [] : [{ at, name, kind }];
  });
  const found = search(columns, { nicknames: words('nicknames'), givenNames: words('given-names'), familySpellings: words('family-spellings'), companySuffixes: words('company-suffixes'), streetWords: words('street-words'), honorifics: words('honorifics'), freeMail: words('free-mail') });
  rows.forEach((row, i) => found.add(i, columns.map(({ at }) => row[at] ?? '')));
  const work = found.find();
  let next = work.next();
  while (!next.done) next = work.next();
  const { likely, same, skipped, tell } = next.value;
  const matches = [];
  for (const group of likely) eachPair(group, (a, b) => matches.push(tell(a, b)));
  return { columns, result: { likely, same, skipped, matches } };
}

const pairsOf = (sizes) => [...sizes.values()].reduce((sum, n) => sum + n * (n - 1) / 2, 0);
const countBy = (texts) => texts.reduce((counts, text) => counts.set(text, (counts.get(text) ?? 0) + 1), new Map());

/** Pairs of rows in one of the groups, how many of them are one person's, and how many there are to find. */
export function scored(groups, who) {
  return {
    pairs: groups.reduce((sum, group) => sum + group.length * (group.length - 1) / 2, 0),
    right: groups.reduce((sum, group) => sum + pairsOf(countBy(group.map((row) => who[row]))), 0),
    actual: pairsOf(countBy(who)),
  };
}

/** Prints up to `most` pairs of each: taken for one person and are two, are one person and were not found. */
export function showWrong(result, rows, who, columns, most) {
  if (most === 0) return;
  const text = (row) => columns.map(({ at }) => rows[row][at]).join(' | ');
  const wrong = result.matches.filter(({ a, b }) => who[a] !== who[b]);
  for (const { a, b, probability, agreed, disagreed } of wrong.filter((_, i) => i % Math.ceil(wrong.length / most) === 0))
    console.log(`two people, ${probability.toFixed(3)}\n  ${text(a)}\n  ${text(b)}\n  agreed: ${agreed}; disagreed: ${disagreed}`);
  const group = new Map(result.likely.flatMap((members, i) => members.map((row) => [row, i])));
  const first = new Map();
  const missed = [];
  who.forEach((person, row) => {
    const other = first.get(person);
    if (other === undefined) first.set(person, row);
    else if (group.get(row) === undefined || group.get(row) !== group.get(other)) missed.push([other, row]);
  });
  for (const [a, b] of missed.filter((_, i) => i % Math.ceil(missed.length / most) === 0)) console.log(`one person\n  ${text(a)}\n  ${text(b)}`);
}
