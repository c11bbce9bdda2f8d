// What the bundle of the command does otherwise than esbuild by itself, for the start: plugins of esbuild.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

export const NOT_ASCII = /[^\0-\x7f]/g;
export const escaped = (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Packages that few runs need: each is a bundle of its own. */
export const RARE = ['zod', 'yaml', '@marcbachmann/cel-js', 'read-excel-file/node', 'chardet', 'fflate', 'csv-parse/sync', 'csv-stringify/sync', 'cli-table3', 'cli-progress'];
/** Modules of Node that few runs need, or that many import of whom few use them. */
const RARE_IN_NODE = ['node:child_process', 'node:fs/promises', 'node:os', 'node:readline', 'node:stream/promises', 'node:worker_threads', 'node:zlib'];
export const fileOf = (name) => name.replace(/\W+/g, '-').replace(/^-/, '');

/** What is rare is loaded when something of it is asked for the first time. */
export const lazily = {
  name: 'lazily',
  setup({ onResolve, onLoad }) {
    const names = [...RARE, ...RARE_IN_NODE].map((name) => name.replace(/[/.]/g, '\\$&')).join('|');
    const target = (name) => (name.startsWith('node:') ? name : `./${fileOf(name)}.cjs`);
    onResolve({ filter: new RegExp(`^(${names})$`), namespace: 'file' }, ({ path, kind }) => ({ path, namespace: kind === 'dynamic-import' ? 'at once' : 'lazily' }));
    onResolve({ filter: /./, namespace: 'lazily' }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /./, namespace: 'at once' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'at once' }, ({ path }) => ({ contents: `module.exports = require(${JSON.stringify(target(path))});` }));
    // As the prototype, since esbuild copies own properties at once.
    onLoad({ filter: /./, namespace: 'lazily' }, ({ path }) => ({ contents: `module.exports = Object.create(new Proxy({}, { get: (_, name) => require(${JSON.stringify(target(path))})[name] }));` }));
  },
};
/** The public suffixes of tldts: its arrays, those it would work out each time it is loaded among them, in a file of their own. */
function suffixes(text, dataFile) {
  const LAST = /^for \(let node = 0, offset = 0;[^]*?\n}\n/m;
  const from = text.indexOf('const nodeFlags = ');
  const loop = LAST.exec(text);
  if (from < 0 || loop === null) throw new Error('tldts has other arrays than it had');
  const declared = text.slice(from, loop.index + loop[0].length);
  const arrays = Object.entries(new Function(`${declared} return { nodeFlags, edgeStart, edgeLength, edgeChild, edgeOffset, edgeHash, wildcardEdge };`)());
  let size = 0;
  let made = declared.replace(LAST, '');
  for (const [name, array] of arrays) {
    made = made.replace(new RegExp(`^const ${name} = .*$`, 'm'), `const ${name} = new ${array.constructor.name}(suffixTrie, ${size}, ${array.length});`);
    size += Math.ceil(array.byteLength / 4) * 4;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const [, array] of arrays) {
    bytes.set(new Uint8Array(array.buffer), at);
    at += Math.ceil(array.byteLength / 4) * 4;
  }
  return text.replace(declared, () => `const suffixTrie = new Uint8Array(${dataFile('suffixTrie.json', bytes)}).buffer;\n${made}`);
}
/** The numbering plans of libphonenumber-js, each of which is read when it is first asked for: a list needs a few of 245. */
function numberingPlans({ countries, ...others }, dataFile) {
  const lines = [{ ...others, countries: Object.keys(countries) }, ...Object.values(countries)].map((line) => JSON.stringify(line).replace(NOT_ASCII, escaped));
  return `const [head, ...plans] = ${dataFile('numberingPlans.json', Buffer.from(lines.join('\n')))}.toString('latin1').split('\\n');
const { countries, ...others } = JSON.parse(head);
const read = (known, code) => (typeof known[code] === 'string' ? known[code] = JSON.parse(known[code]) : known[code]);
export default { ...others, countries: new Proxy(Object.fromEntries(countries.map((code, place) => [code, plans[place]])), { get: read }) };`;
}
/** Data in files of their own, which `dataFile` writes; `workedOut`: by the name of a source file, what its functions return. */
export const asData = (dataFile, workedOut) => ({
  name: 'data',
  setup({ onLoad }) {
    onLoad({ filter: /libphonenumber-js.metadata\.max\.json(\.js)?$/ }, ({ path }) => ({ contents: numberingPlans(JSON.parse(readFileSync(path.replace(/\.js$/, ''), 'utf8')), dataFile), loader: 'js' }));
    onLoad({ filter: /node_modules.*\.json(\.js)?$/ }, ({ path }) => {
      const file = path.replace(/\.js$/, '');
      return { contents: `${path === file ? 'module.exports =' : 'export default'} ${dataFile(basename(file), JSON.parse(readFileSync(file, 'utf8')))};`, loader: 'js' };
    });
    onLoad({ filter: /tldts\/dist\/cjs\/index\.js$/ }, ({ path }) => ({ contents: suffixes(readFileSync(path, 'utf8'), dataFile).replace(NOT_ASCII, escaped), loader: 'js' }));
    for (const [file, made] of Object.entries(workedOut))
      onLoad({ filter: new RegExp(`${file}\\.ts$`) }, () => ({ contents: Object.entries(made).map(([name, make]) => `export const ${name} = () => ${dataFile(`${name}.json`, make())};`).join('\n') }));
  },
});
/** chalk asks Node's `tty` whether somebody is looking; the streams know, and are there anyway. */
export const withoutTty = {
  name: 'tty',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:tty$/ }, () => ({ path: 'tty', namespace: 'tty' }));
    onLoad({ filter: /./, namespace: 'tty' }, () => ({ contents: 'exports.isatty = (fd) => (fd === 1 ? process.stdout : process.stderr).isTTY === true;' }));
  },
};
/**
 * RegExps that know the letters of all scripts are made when they are first asked: V8 works out their ranges when they are
 * made, which takes longer than the rest of a module, and few lists need more than a few of them.
 */
function late(text, path) {
  for (const [declaration, name, literal] of text.matchAll(/^const ([A-Z_]+) = (\/.*\\[pP]\{.*\/[a-z]*);/gm)) {
    const isUse = new RegExp(`\\b${name}(?=\\.(?:test|exec)\\()|(?<=\\.(?:replace|split|match|matchAll|search)\\()${name}\\b`, 'g');
    const made = text.replace(declaration, () => `let ${name}_;`).replace(isUse, () => `(${name}_ ??= ${literal})`);
    if (new RegExp(`^(?!\\s*(?:/?\\*|//)).*\\b${name}\\b`, 'm').test(made)) throw new Error(`${path}: ${name} is used otherwise than to be asked`);
    text = made;
  }
  return text;
}
/** Source files as the bundle takes them: also one byte a character, which Node reads three times as fast; esbuild leaves RegExps as they are written. */
export const rewritten = {
  name: 'rewritten',
  setup({ onLoad }) {
    onLoad({ filter: /\.[mc]?[jt]s$/, namespace: 'file' }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = late(text, path).replace(NOT_ASCII, escaped);
      return contents === text ? undefined : { contents, loader: path.endsWith('ts') ? 'ts' : 'js' };
    });
  },
};
