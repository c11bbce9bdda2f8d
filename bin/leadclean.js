#!/usr/bin/env node
// CommonJS (see package.json here), which Node starts sooner than a module.
const { compile, run } = require('./bundle.js');
run(compile()).main(process.argv.slice(2), process).then((exit) => {
  process.exitCode = exit;
  // Interrupted while a reader of ours pauses: what it has not taken yet would keep the process waiting.
  // eslint-disable-next-line no-restricted-properties -- all is cleaned up by now
  if (exit === 130) process.exit();
});
