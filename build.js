// Bundles src into dist: one file for the command, one for the worker threads. Bundled, the program starts twice as fast.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import asc from 'assemblyscript/asc';
import { build } from 'esbuild';
import { parse } from 'yaml';

const { metafile } = await build({
  entryPoints: { leadclean: 'src/cli/main.ts', worker: 'src/pool/worker.ts', schema: 'src/rules/published.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Packages written as CommonJS look for `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: 'linked',
  logLevel: 'warning',
  metafile: true,
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

// Shared parts are named by their content: drop those of earlier builds.
const built = new Set(['rules.json', 'scan.wasm', ...Object.keys(metafile.outputs).map((path) => basename(path))]);
for (const file of readdirSync('dist')) if (!built.has(file)) rmSync(join('dist', file), { recursive: true });
