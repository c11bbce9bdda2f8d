import { loadRules } from '../../src/rules/load.js';

const { options } = await loadRules(['default'], import.meta.dirname, []);

/** The options a check gets from the default rules, word lists read. */
export function defaultOptions<O>(check: { start(options: O, ...rest: never[]): unknown; name: string }): O {
  return options[check.name] as O;
}
