import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const node = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });

it('V8 takes what was compiled when the package was built', () => {
  expect(node("import { compile } from './bin/bundle.js'; console.log(compile().cachedDataRejected);")).toBe('false\n');
});
