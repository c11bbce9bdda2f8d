import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Outside } from '../options.js';
import { createPace } from './pace.js';
import { clip, count, duration, harmless } from './print.js';

export interface Progress {
  readonly show: Outside['progress'];
  stop(): void;
}

/** A bar with rows a second and time left; `stream` is a terminal, `now` in milliseconds. */
export function startProgress(stream: NodeJS.WriteStream, unicode: boolean, now: () => number): Progress {
  const pace = createPace();
  let bar: SingleBar | undefined;
  // Rows are counted anew with each list, and when the rows that were read are settled.
  let counted = { list: '', rows: 0, began: 0 };
  return {
    stop() {
      bar?.stop();
      bar = undefined;
    },
    show({ list, rows, done, total }) {
      const seconds = now() / 1000;
      const name = clip(harmless(basename(list)), 24, unicode);
      if (bar === undefined) {
        bar = createBar(stream, unicode, total !== null);
        bar.start(1, 0, { list: name, rows: '0', speed: '…', left: '' });
      }
      if (list !== counted.list || rows < counted.rows) counted = { list, rows, began: seconds };
      counted.rows = rows;
      pace.see(seconds, done);
      const speed = pace.speed();
      const spent = seconds - counted.began;
      bar.update(total === null || total === 0 ? 0 : Math.min(1, done / total), {
        list: name, rows: count(rows), speed: speed === null || spent === 0 ? '…' : count(Math.round(rows / spent)),
        left: speed === null || speed === 0 || total === null ? '' : `${duration(Math.max(0, total - done) / speed)} left`,
      });
    },
  };
}

const createBar = (stream: NodeJS.WriteStream, unicode: boolean, ends: boolean): SingleBar => new SingleBar({
  stream, clearOnComplete: true, hideCursor: true, stopOnComplete: false, fps: 8,
  barCompleteChar: unicode ? '█' : '#', barIncompleteChar: unicode ? '░' : '.', barsize: 24,
  format: ends ? '{list}  {bar} {percentage}%  {rows} rows  {speed} rows/s  {left}' : '{list}  {rows} rows  {speed} rows/s',
});
