/** What stands here is compiled to WebAssembly by build.js (AssemblyScript); src/kernel.ts is how it is loaded. */
export { answer, load } from './memory';
export { letters, mailbox } from './keys';
export { academic, address, isAt } from './mail';
export { dialect, next, places, scan } from './scan';
export { sieve } from './sieve';
