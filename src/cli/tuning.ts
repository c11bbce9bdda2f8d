import { statSync } from 'node:fs';
import { getBuiltinModule, versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/** Bytes up to which a list is short: some 1,500 rows, or a packed file of ten times as many. */
const SHORT = 1 << 18;

/** How much of a function V8 runs, in bytes of its code, before it makes better code of it: more than four times what Node 20 sets (67,584). */
const BUDGET = 300_000;

/** Tells V8 whether it pays to take its time. */
export function tune(lists: readonly string[]): void {
  if (!lists.every(isShort)) {
    // What runs only at the start is then left as it is, and what runs long is better known. Later versions have another way of counting.
    if (versions.node.startsWith('20.')) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
    return;
  }
  // What a scan needs of Node, before the flags: V8 with other flags would compile it anew instead of taking what Node brings compiled.
  // An `import` for nothing but its effect is left out of the bundle.
  getBuiltinModule('node:crypto');
  // Done before it would pay: V8 compiles what runs often into better code, and takes its time to find out that nearly all
  // of what is made at the start stays.
  setFlagsFromString('--no-opt');
  setFlagsFromString('--semi-space-growth-factor=6');
  setFlagsFromString('--no-minor-gc-task');
  // What stays is not looked through before there is hardly any room left.
  setFlagsFromString('--incremental-marking-hard-trigger=95');
  // Most RegExps run a few times: as bytecode, which is not improved, and they are compiled to machine code when they have run often.
  setFlagsFromString('--no-regexp-peephole-optimization');
  setFlagsFromString('--regexp-tier-up-ticks=100');
}

function isShort(path: string): boolean {
  const size = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false })?.size;
  return size !== undefined && size <= SHORT;
}
