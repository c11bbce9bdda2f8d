#!/usr/bin/env node
import { compile, run } from './bundle.js';
process.exitCode = await run(compile()).main(process.argv.slice(2), process);
// Interrupted while a reader of ours pauses: what it has not taken yet would keep the process waiting.
// eslint-disable-next-line no-restricted-properties -- all is cleaned up by now
if (process.exitCode === 130) process.exit();
