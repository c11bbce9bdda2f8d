const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const path = join(__dirname, '..', 'dist', 'leadclean.cjs');
/** What V8 made of the bundle when it was built, in a file for the version of Node that built it. */
const cachePath = path.replace(/\.cjs$/, `-${process.version}-${process.arch}.cache`);

/** The program as a script: a function of what a CommonJS module is given. V8 takes what was compiled before, or compiles. */
function compile() {
  return new Script(readFileSync(path, 'latin1'), { filename: path, cachedData: read(cachePath) });
}

/** Runs the script and returns what it exports. */
function run(script) {
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

module.exports = { cachePath, compile, run };
