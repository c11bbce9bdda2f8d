import { loadRules } from '../../src/rules/load.js';

/** The options of a check in the default rules, word lists read. */
export async function shippedOptions<Options>(check: { readonly name: string; start(options: Options, run: never): unknown }): Promise<Options> {
  const { options } = await loadRules(['default'], process.cwd(), []);
  return options[check.name] as Options;
}
