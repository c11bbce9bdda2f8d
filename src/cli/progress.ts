import { SingleBar } from 'cli-progress';
import type { Outside } from '../options.js';
import { clip, count, duration, harmless } from './print.js';

export interface Progress {
  readonly show: Outside['progress'];
  stop(): void;
}

/** Where a pass over a list is. A second one, which counts rows from 0 again, knows how many there will be. */
interface Pass { readonly list: string; readonly began: number; readonly rowsToCome: number | null; rows: number }

/** A bar with rows a second and time left; `stream` is a terminal, `now` in milliseconds. */
export function startProgress(stream: NodeJS.WriteStream, unicode: boolean, now: () => number): Progress {
  let bar: SingleBar | undefined;
  let pass: Pass | undefined;
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stop,
    show({ list, rows, bytes, total }) {
      const again = pass !== undefined && list === pass.list && rows < pass.rows;
      if (pass === undefined || list !== pass.list || again) {
        stop();
        pass = { list, began: now(), rowsToCome: again ? pass!.rows : null, rows };
        bar = createBar(stream, unicode, again || total !== null);
        bar.start(1, 0, { list: clip(harmless(list), 24, unicode), rows: '0', speed: '…', left: '' });
      }
      pass.rows = rows;
      const done = pass.rowsToCome !== null ? rows / pass.rowsToCome : total === null || total === 0 ? 0 : Math.min(1, bytes / total);
      const seconds = (now() - pass.began) / 1000;
      // The first moments say nothing of the speed.
      const told = seconds >= 0.5;
      bar?.update(done, {
        rows: count(rows), speed: told ? count(Math.round(rows / seconds)) : '…',
        left: told && done > 0 ? `${duration((seconds * (1 - done)) / done)} left` : '',
      });
    },
  };
}

const createBar = (stream: NodeJS.WriteStream, unicode: boolean, ends: boolean): SingleBar => new SingleBar({
  stream, clearOnComplete: true, hideCursor: true, stopOnComplete: false, fps: 8,
  barCompleteChar: unicode ? '█' : '#', barIncompleteChar: unicode ? '░' : '.', barsize: 24,
  format: ends ? '{list}  {bar} {percentage}%  {rows} rows  {speed} rows/s  {left}' : '{list}  {rows} rows  {speed} rows/s',
});
