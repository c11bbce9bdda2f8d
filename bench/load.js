// Imports a TypeScript module of this repository: bundled in memory, packages left to Node.
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export async function load(entry) {
  // Beside the repository's node_modules, so that packages are found.
  const folder = await mkdtemp(join(root, 'node_modules', '.bench-'));
  try {
    const outfile = join(folder, 'module.js');
    await build({ entryPoints: [join(root, entry)], outfile, bundle: true, format: 'esm', platform: 'node', packages: 'external', logLevel: 'warning' });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}
