// Bundles src into dist: a script for the command, one for the worker threads. Bundled, the program starts twice as fast.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import asc from 'assemblyscript/asc';
import { build, transform } from 'esbuild';
import { parse } from 'yaml';
import { withConstants } from './build/constants.js';
import { rewritten, asData, escaped, fileOf, lazily, NOT_ASCII, RARE, withoutTty } from './build/plugins.js';

const built = new Set(['kernel.wasm']);
async function bundle(options) {
  const { metafile } = await build({
    outdir: 'dist', bundle: true, platform: 'node', target: 'node20.19', minifyWhitespace: true, minifySyntax: true, sourcemap: 'linked', logLevel: 'warning', metafile: true, ...options,
  });
  for (const path of Object.keys(metafile.outputs)) built.add(basename(path));
}

/** The same of what runs long: its constants stay constants, which esbuild would make variables of. */
async function bundleProgram(file, { minifyIdentifiers = false, ...options }) {
  const path = join('dist', file);
  const { outputFiles: [bundled] } = await build({
    outfile: path, bundle: true, platform: 'node', target: 'node20.19', minifySyntax: true, sourcemap: 'inline', logLevel: 'warning', write: false, ...options,
  });
  const { code, map } = await transform(withConstants(bundled.text), { minifyWhitespace: true, minifyIdentifiers, sourcemap: true, sourcefile: file });
  writeFileSync(path, `${code}//# sourceMappingURL=${file}.map\n`);
  writeFileSync(`${path}.map`, map);
  built.add(file).add(`${file}.map`);
}

mkdirSync('dist', { recursive: true });
// V8 would take what it compiled of a former bundle of the same length.
for (const file of readdirSync('dist')) if (file.endsWith('.cache')) rmSync(join('dist', file));

// What the build itself needs of src.
await bundle({
  stdin: { contents: "export * from './src/rules/published.ts'; export * from './src/rules/shipped.ts'; export * from './src/columns/fields.ts'; export * as countries from './src/values/country-names.ts'; export { disposableText } from './src/values/disposable-text.ts'; export { followPlans } from './src/values/phone/follow.ts';", resolveDir: '.' },
  outdir: undefined, outfile: 'dist/build.js', format: 'esm', sourcemap: false,
});
built.delete('build.js');
const { countries, disposableText, fieldTables, followPlans, keptWords, parseWords, publishedSchema, sha256 } = await import('./dist/build.js');

const plans = followPlans();

/** Writes data into a file of its own: a literal would be compiled, kept with the code and built up from there. Returns what reads it. */
function dataFile(name, value) {
  if (value instanceof Uint8Array) {
    const bytes = name.replace('.json', '.bin');
    writeFileSync(join('dist', bytes), value);
    built.add(bytes);
    return `require('node:fs').readFileSync(require('node:path').join(__dirname, '${bytes}'))`;
  }
  writeFileSync(join('dist', name), JSON.stringify(value).replace(NOT_ASCII, escaped));
  built.add(name);
  return `JSON.parse(require('node:fs').readFileSync(require('node:path').join(__dirname, '${name}'), 'latin1'))`;
}
await bundleProgram('leadclean.cjs', {
  // Short names too: what V8 has compiled is read sooner. The source map knows the long ones.
  entryPoints: ['src/cli/main.ts'], format: 'cjs', minifyIdentifiers: true,
  plugins: [lazily, withoutTty, asData(dataFile, { 'country-names': countries, 'disposable-text': { disposableText }, 'kept-plans': { keptIndex: () => plans.index, keptStates: () => plans.states } }), rewritten],
  // As node:vm runs it: a function of what a CommonJS module is given.
  banner: { js: '(function(exports,require,module,__filename,__dirname){const importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
  footer: { js: '})' },
  define: { 'import.meta.url': 'importMetaUrl' },
});
if (readFileSync('dist/leadclean.cjs', 'utf8').search(NOT_ASCII) >= 0) throw new Error('dist/leadclean.cjs is to be ASCII');
for (const name of RARE)
  await bundle({ stdin: { contents: `module.exports = require('${name}');`, sourcefile: fileOf(name), resolveDir: '.' }, outdir: undefined, outfile: `dist/${fileOf(name)}.cjs`, format: 'cjs', sourcemap: false });
await bundleProgram('worker.js', {
  entryPoints: ['src/pool/worker.ts'], format: 'esm', plugins: [lazily, rewritten],
  // Packages written as CommonJS look for `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});

// What reads ordinary bytes. Room enough from the start, of which only what is used is taken: a memory that grows leaves the
// buffer it was in, and once one is left V8 asks of every buffer whether it is, at each access (3 % of the time of a scan).
const pages = 512; // 32 MB
const { error, stderr } = await asc.main(['wasm/index.ts', '--outFile', 'dist/kernel.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--initialMemory', String(pages)]);
if (error !== null) throw new Error(`wasm: ${stderr.toString()}`, { cause: error });

// The files of rules/ as JSON: loading and running a YAML parser would cost more than scanning a short list.
const inRules = (folder, ending) => readdirSync(join('rules', folder)).filter((name) => name.endsWith(ending)).map((name) => [join(folder, name), readFileSync(join('rules', folder, name), 'utf8')]);
const yaml = Object.fromEntries(inRules('', '.yaml').map(([name, text]) => [name, { value: parse(text), sha256: sha256(text) }]));
const words = Object.fromEntries(inRules('words', '.txt').map(([name, text]) => [name, keptWords(parseWords(text))]));
const { 'default.yaml': standard, 'fields.yaml': fields, 'titles.yaml': titles, 'industries.yaml': industries, 'regions.yaml': regions, ...others } = yaml;
dataFile('default.json', { yaml: { 'default.yaml': standard, 'titles.yaml': titles, 'industries.yaml': industries, 'regions.yaml': regions }, words, prepared: { 'fields.yaml': fieldTables(fields.value) } });
dataFile('others.json', { yaml: { 'fields.yaml': fields, ...others } });

// The JSON Schema of rules files, for editors.
const { codes, options } = standard.value;
writeFileSync('rules/schema.json', `${JSON.stringify(publishedSchema(Object.keys(codes), options), null, 1)}\n`);

// Drop what earlier builds left.
for (const file of readdirSync('dist')) if (!built.has(file)) rmSync(join('dist', file), { recursive: true });

// What V8 compiles for a scan, for the next start.
execFileSync(process.execPath, ['build/cache.js'], { env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'inherit'] });
