import type { Inspection } from './inspection.js';

/** What a first rules file is made from. */
export interface Wish {
  /** A preset for the kind of list, and those of the regions. */
  readonly presets: readonly string[];
  /** Description of each preset, as it says itself. */
  readonly about: ReadonlyMap<string, string>;
  /** The list it is for, looked at. */
  readonly list?: Seen;
}
export interface Seen {
  readonly inspection: Inspection;
  /** Countries of the sample by share of its rows, most first. */
  readonly countries: readonly (readonly [code: string, share: number])[];
}

/** The text of a short commented leadclean.yaml: valid as it stands, and nothing in it changes the presets yet. */
export function starter({ presets, about, list }: Wish): string {
  const only = presets.length === 1 ? presets[0]! : `[${presets.join(', ')}]`;
  return [
    '# Rules of leadclean for the lists in this folder and below it. `leadclean rules show` prints all that is in effect and\n',
    '# where it was said, `leadclean explain <code>` what a code means, `leadclean rules test leadclean.yaml` runs the examples.\n',
    ...presets.map((preset) => `#   ${preset}: ${about.get(preset) ?? ''}\n`),
    `name: ours\nextends: ${only}\n\n`,
    '# What one row of the list cost. With it the report says what a cleaned row cost and what was wasted.\ncurrency: EUR\nprice: null\n\n',
    list === undefined ? '' : columnsOf(list.inspection),
    CODES,
    marketsOf(list?.countries ?? []),
    FINDINGS,
    EXAMPLES,
  ].join('');
}

const CODES = `# Per code: verdict (reject: do not import, flag: a person should look, note: only shown, off) and points.
# "email/role: reject" is short for { verdict: reject }.
# codes:
#   email/role: note
#   stale/old: { verdict: flag, points: -20 }

`;
const FINDINGS = `# Findings of your own: a condition in the Common Expression Language over the fields after all fixes.
# findings:
#   fit/enterprise:
#     when: 'employees >= 500 && title.matches("(?i)head|chief|vp")'
#     verdict: note
#     points: 10
#     what: Somebody who leads in a large company.
# segments: # one cleaned list for each with --split segment
#   dach: 'country in ["DE", "AT", "CH"]'

`;
const EXAMPLES = `# Rows that keep this policy under test: leadclean rules test leadclean.yaml
examples:
  - name: nobody can be reached
    lead: { first_name: Ann, last_name: Berg, email: '' }
    codes: [missing/contact]
`;

/** Columns that feed nothing may be known under another name. */
function columnsOf({ path, columns }: Inspection): string {
  const unused = columns.filter(({ field, column }) => field === null && column.trim() !== '' && !column.startsWith('lc_')).map(({ column }) => column);
  if (unused.length === 0) return `# Every column of ${oneLine(path)} was recognised.\n\n`;
  return `# Columns of ${oneLine(path)} that feed no field: ${oneLine(unused.join(', '))}.\n# If one of them should, say so:\n# aliases:\n#   phone: [${JSON.stringify(oneLine(unused[0]!))}]\n\n`;
}

function marketsOf(countries: readonly (readonly [string, number])[]): string {
  const codes = countries.slice(0, 6).map(([code]) => code);
  const seen = countries.slice(0, 6).map(([code, share]) => `${code} ${Math.round(100 * share)} %`).join(', ');
  return `# Whom you sell to: a lead from another country is fit/out-of-market, one from a trade you name fit/industry, one from a
# competitor (domain or name) fit/competitor.${seen === '' ? '' : ` In the list: ${seen}.`}
# options:
#   fit:
#     markets: [${(codes.length > 0 ? codes : ['DE', 'AT', 'CH']).join(', ')}]
#     industries: [software, manufacturing]
#     competitors: [rival.example, Rival Systems]

`;
}

/** Text from a list must not end the comment it stands in. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').slice(0, 400);
