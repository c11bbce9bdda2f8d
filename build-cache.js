// Scans a list and leaves what V8 compiled for it beside the bundle: the next start finds it ready.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cachePath, compile, run } from './bin/bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'leadclean-build-'));
const script = compile();
// Nothing that was compiled is to be thrown away before it is kept.
setFlagsFromString('--no-flush-bytecode');
await run(script).main(['scan', 'fixtures/acme-webinar.csv', '--out', folder], process);
// V8 takes a cache only where the flags are those it was made with.
for (const flag of ['--flush-bytecode', '--opt']) setFlagsFromString(flag);
writeFileSync(cachePath, script.createCachedData());
rmSync(folder, { recursive: true });
