import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const path = fileURLToPath(new URL('../dist/leadclean.cjs', import.meta.url));
/** What V8 made of the bundle when it was built, in a file for the version of Node that built it. */
export const cachePath = path.replace(/\.cjs$/, `-${process.version}-${process.arch}.cache`);

/** The program as a script: a function of what a CommonJS module is given. V8 takes what was compiled before, or compiles. */
export function compile() {
  return new Script(readFileSync(path, 'latin1'), { filename: path, cachedData: read(cachePath) });
}

/** Runs the script and returns what it exports. */
export function run(script) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  return module.exports;
}

/** Another version of Node finds no file, and V8 with other flags refuses the one it finds: then the start is slower, no more. */
function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
