// Bundles src into dist: a script for the command, one for the worker threads. Bundled, the program starts twice as fast.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import asc from 'assemblyscript/asc';
import { build } from 'esbuild';
import { parse } from 'yaml';

const built = new Set(['rules.json', 'scan.wasm']);
async function bundle(options) {
  const { metafile } = await build({
    outdir: 'dist', bundle: true, platform: 'node', target: 'node20.19', minifyWhitespace: true, minifySyntax: true, sourcemap: 'linked', logLevel: 'warning', metafile: true, ...options,
  });
  for (const path of Object.keys(metafile.outputs)) built.add(basename(path));
}

mkdirSync('dist', { recursive: true });
// V8 would take what it compiled of a former bundle of the same length.
for (const file of readdirSync('dist')) if (file.endsWith('.cache')) rmSync(join('dist', file));

/** Packages that few runs need: each is a bundle of its own. */
const RARE = ['zod', 'yaml', '@marcbachmann/cel-js', 'read-excel-file/node', 'chardet', 'fflate', 'csv-parse/sync', 'csv-stringify/sync', 'cli-table3', 'cli-progress'];
/** Modules of Node that few runs need, or that many import of whom few use them. */
const RARE_IN_NODE = ['node:child_process', 'node:worker_threads', 'node:zlib', 'node:readline'];
const fileOf = (name) => name.replace(/\W+/g, '-').replace(/^-/, '');

/** What is rare is loaded when something of it is asked for the first time. */
const lazily = {
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
/** Data in files of their own, as text to be parsed: a literal would be compiled, kept with the code and built up from there. */
const asData = {
  name: 'data',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules.*\.json$/ }, ({ path }) => {
      const file = `${basename(path, '.json')}.json`;
      writeFileSync(join('dist', file), JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))));
      built.add(file);
      return { contents: `module.exports = JSON.parse(require('node:fs').readFileSync(require('node:path').join(__dirname, ${JSON.stringify(file)}), 'utf8'));`, loader: 'js' };
    });
  },
};
/** One byte a character: Node reads such a script three times as fast. esbuild leaves RegExps as they are written. */
const asAscii = {
  name: 'ascii',
  setup({ onLoad }) {
    onLoad({ filter: /\.[mc]?[jt]s$/, namespace: 'file' }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
      return contents === text ? undefined : { contents, loader: path.endsWith('ts') ? 'ts' : 'js' };
    });
  },
};

await bundle({
  entryPoints: { leadclean: 'src/cli/main.ts' }, format: 'cjs', outExtension: { '.js': '.cjs' }, plugins: [lazily, asData, asAscii],
  // As node:vm runs it: a function of what a CommonJS module is given.
  banner: { js: '(function(exports,require,module,__filename,__dirname){const importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
  footer: { js: '})' },
  define: { 'import.meta.url': 'importMetaUrl' },
});
if (/[^\0-\x7f]/.test(readFileSync('dist/leadclean.cjs', 'utf8'))) throw new Error('dist/leadclean.cjs is to be ASCII');
for (const name of RARE)
  await bundle({ stdin: { contents: `module.exports = require('${name}');`, sourcefile: fileOf(name), resolveDir: '.' }, outdir: undefined, outfile: `dist/${fileOf(name)}.cjs`, format: 'cjs', sourcemap: false });
await bundle({
  entryPoints: { worker: 'src/pool/worker.ts', schema: 'src/rules/published.ts' }, format: 'esm',
  // Packages written as CommonJS look for `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});

// The scanner of ordinary records.
const { error, stderr } = await asc.main(['wasm/scan.ts', '--outFile', 'dist/scan.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd']);
if (error !== null) throw new Error(`wasm/scan.ts: ${stderr.toString()}`, { cause: error });

// The YAML files of rules/ as JSON: loading and running a YAML parser would cost more than scanning a short list.
const compiled = {};
for (const file of readdirSync('rules').filter((name) => name.endsWith('.yaml'))) {
  const text = readFileSync(join('rules', file), 'utf8');
  compiled[file] = { value: parse(text), sha256: createHash('sha256').update(text).digest('hex') };
}
writeFileSync('dist/rules.json', JSON.stringify(compiled));

// The JSON Schema of rules files, for editors.
const { publishedSchema } = await import('./dist/schema.js');
const { codes, options } = compiled['default.yaml'].value;
writeFileSync('rules/schema.json', `${JSON.stringify(publishedSchema(Object.keys(codes), options), null, 1)}\n`);

// Drop what earlier builds left.
for (const file of readdirSync('dist')) if (!built.has(file)) rmSync(join('dist', file), { recursive: true });

// What V8 compiles for a scan, for the next start.
execFileSync(process.execPath, ['build-cache.js'], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'inherit'] });
