/** What stands here is compiled to WebAssembly by build.js (AssemblyScript); src/kernel.ts is how it is loaded. */
export { load } from './memory';
export { dialect, next, places, scan } from './scan';
