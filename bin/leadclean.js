#!/usr/bin/env node
import { main } from '../dist/leadclean.js';
process.exitCode = await main(process.argv.slice(2), process);
// Interrupted while a reader of ours pauses: what it has not taken yet would keep the process waiting.
// eslint-disable-next-line no-restricted-properties -- all is cleaned up by now
if (process.exitCode === 130) process.exit();
