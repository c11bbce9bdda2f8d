import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Room enough for what is made and soon forgotten, in bytes: nearly all of it is forgotten within a batch. V8 would go on to 32 MB. */
const NURSERY = 8 << 20;
/** The same for a worker, in MB as V8 counts it: three halves. */
export const WORKER_NURSERY_MB = 12;

/**
 * Keeps the JavaScript heaps of the process small; V8 would trade memory for fewer collections of garbage, where the
 * gain is a hundredth of the time. A heap grows by no more than half before it is collected, and the room for new objects
 * of this thread no more once it has `NURSERY`. Returns what is to be called from time to time until it says that all is done.
 */
export function beThrifty(): () => boolean {
  setFlagsFromString('--heap-growing-percent=50');
  return () => {
    if (nursery() < NURSERY) return false;
    setFlagsFromString('--semi-space-growth-factor=1');
    return true;
  };
}

const nursery = (): number => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? NURSERY;
