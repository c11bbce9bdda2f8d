import { SingleBar } from 'cli-progress';
import type { Outside } from '../options.js';
import { clip, count, duration, harmless } from './print.js';

export interface Progress {
  readonly show: Outside['progress'];
  stop(): void;
}

/** A bar with rows a second and time left; `stream` is a terminal. */
export function startProgress(stream: NodeJS.WriteStream, unicode: boolean, now: () => number): Progress {
  let bar: SingleBar | undefined;
  let list = '';
  let began = 0;
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    stop,
    show(state) {
      if (bar === undefined || state.list !== list) {
        stop();
        [list, began] = [state.list, now()];
        bar = new SingleBar({
          stream, clearOnComplete: true, hideCursor: true, stopOnComplete: false, fps: 8, etaBuffer: 1,
          barCompleteChar: unicode ? '█' : '#', barIncompleteChar: unicode ? '░' : '.', barsize: 24,
          format: state.total === null ? '{list}  {rows} rows  {speed} rows/s' : '{list}  {bar} {percentage}%  {rows} rows  {speed} rows/s  {left}',
        });
        bar.start(state.total ?? 1, 0, { list: clip(harmless(list), 24, unicode), rows: '0', speed: '…', left: '' });
      }
      const seconds = Math.max(0.001, (now() - began) / 1000);
      bar.update(state.total === null ? 0 : Math.min(state.bytes, state.total), {
        rows: count(state.rows), speed: count(Math.round(state.rows / seconds)), left: left(state, seconds),
      });
    },
  };
}

/** Time left at the speed so far; nothing before there is enough to tell from. */
function left({ bytes, total }: { bytes: number; total: number | null }, seconds: number): string {
  if (total === null || bytes === 0 || seconds < 0.5) return '';
  return `${duration((seconds * Math.max(0, total - bytes)) / bytes)} left`;
}
