// Scans a list and leaves what V8 compiled for it beside the bundle: the next start finds it ready.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';
import { cachePath, compile, run } from '../bin/bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'leadclean-build-'));
const script = compile();
// V8 takes a cache only where its flags are those the cache was made with: none of ours, whatever the scan would set.
const { setFlagsFromString } = v8;
v8.setFlagsFromString = () => {};
// Nothing that was compiled is to be thrown away before it is kept.
setFlagsFromString('--no-flush-bytecode');
await run(script).main(['scan', 'fixtures/acme-webinar.csv', '--out', folder], process);
setFlagsFromString('--flush-bytecode');
writeFileSync(cachePath, script.createCachedData());
rmSync(folder, { recursive: true });
