/**
 * The words of the program. Read this first.
 *
 * A Row is what the file said. A Lead is a row whose cells have names. A Check looks at a lead and
 * finds facts; Rules say what each fact costs; the score is the receipt and the verdict follows from it.
 */

/** What a column can mean. Several columns may feed one field (Work Phone, Mobile Phone). */
export const FIELDS = [
  'id', 'email', 'phone', 'first_name', 'last_name', 'full_name', 'title', 'company', 'website', 'industry',
  'employees', 'street', 'city', 'state', 'postal_code', 'country', 'source', 'created_at', 'last_activity_at',
  'status', 'email_status', 'consent', 'consent_at', 'opted_out', 'budget', 'authority', 'need', 'timeline', 'notes', 'price',
] as const;
export type Field = (typeof FIELDS)[number];
/** Read, but no field that others are told of: to a report and to `inspect` such a column is none of the fields. */
export const UNTOLD: Field = 'email_status';

/** One record of the list, exactly as it was read. `line` is where it starts, the first line of the file being 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** What the reader had to say of the record's shape; empty for nearly every row. */
  readonly trouble: readonly Trouble[];
}
export type TroubleKind = 'unreadable' | 'ragged' | 'blank' | 'repeated-header' | 'footer' | 'encoding';
export interface Trouble {
  readonly kind: TroubleKind;
  /** 0-based column the trouble is in, if it is in one. */
  readonly column?: number;
  /** For people: what was seen, e.g. `14 cells, the header has 16`. */
  readonly detail: string;
}

/**
 * One cell of a lead. `text` is the cell after the fixes found so far, and '' when nothing (or a placeholder
 * like N/A) stands in it. A check that finds a problem says in what state it leaves the cell.
 */
export interface Cell {
  /** 0-based column of the input. */
  readonly column: number;
  /** `null`: an unmapped column, shown to the checks only because a spreadsheet could run the cell. */
  readonly field: Field | null;
  readonly text: string;
  /** The same as `text === ''`, and needs no text to tell. */
  readonly isEmpty: boolean;
  /** Seen by its bytes: nothing in it is wrong whatever it means (src/values/sieve.ts). False: nobody has looked. */
  readonly isOrdinary: boolean;
  /** Which kinds of characters stood in the cell when it was read, where the reader saw them (src/values/characters.ts). */
  readonly kinds: number;
  /** The bytes the text was read from, where each is one of its characters: who reads bytes need not make strings. */
  readonly ascii: Ascii | null;
  /** The text with what is known of it, where the column has shown it before; null: it has not, or the cell was changed. */
  readonly known: Known | null;
  readonly state: CellState;
}
/** A text that comes again and again down a column. */
export interface Known {
  readonly text: string;
  readonly kinds: number;
  /** By which the column knows it. */
  readonly number: number;
  /** Answers to what checks asked of it, by question (src/values/cell-memo.ts). */
  readonly answers: unknown[];
}
/** A stretch of bytes below 0x80. */
export interface Ascii { readonly bytes: Uint8Array; readonly start: number; readonly end: number }
/** `doubtful`: cannot be used as it stands, but a person may be able to mend it (a typo, a missing country). */
export type CellState = 'usable' | 'doubtful' | 'unusable';

/** A row whose cells have names. */
export interface Lead {
  readonly row: Row;
  /** The cells of the columns mapped to the field, in column order, empty ones included (their text is ''). */
  of(field: Field): readonly Cell[];
  /** The text of the first non-empty usable cell of the field, else ''. */
  value(field: Field): string;
  /** The cell that text stands in. */
  first(field: Field): Cell | undefined;
  /** All mapped cells, then unmapped ones that start like a formula. */
  readonly cells: readonly Cell[];
  /** ISO 3166-1 alpha-2 of the row's country column, else ''. */
  readonly country: string;
  /** Whether an earlier check found this. */
  has(code: Code): boolean;
}

export type Code = `${string}/${string}`;

/** One fact about one lead. */
export interface Finding {
  readonly code: Code;
  readonly field: Field | null;
  /** 0-based column, -1 when the finding is about the whole row. */
  readonly column: number;
  readonly was: string;
  /** What the cell is changed to: we are sure. Applying fixes is the only way a cell ever changes. */
  readonly fix?: string;
  /** Shown, not applied. */
  readonly hint?: string;
}

/**
 * How a check reports: `find('typo', cell, { hint: 'did you mean ann@gmail.com?' })`. `where`: the cell it is about, or the
 * field where it is about none (a missing one).
 */
export type Find<Problem extends string> = (problem: Problem, where?: Cell | Field, more?: More) => void;
export interface More {
  readonly fix?: string;
  readonly hint?: string;
  /** The state the cell is left in; `empty` makes later checks see '' (a placeholder). Default: as it was. */
  readonly leaves?: CellState | 'empty';
}

export type Look<Problem extends string> = (lead: Lead, find: Find<Problem>) => void;

/** Words for people. `what` happened, `why` it matters, what to `do`. */
export interface Explanation {
  readonly what: string;
  readonly why: string;
  readonly do: string;
}

/** A kind of thing that can be true of a lead. `name` is its file name and its key in rules/. */
export interface Check<Problem extends string = string, Options = never> {
  readonly name: string;
  /** `lead`: looks at one lead, on any thread. `list`: remembers other rows, so it is decided in row order. */
  readonly scope: 'lead' | 'list';
  /** Every problem this check can find, and the good news. */
  readonly problems: Readonly<Record<Problem, Explanation>>;
  /** Called once per run and thread. Options come validated from the rules. */
  start(options: Options, run: Run): Look<NoInfer<Problem>>;
}

/** What the outside world decides, passed in once so that no check has to ask. */
export interface Run {
  /** Days since 1970-01-01, the day ages are counted from. */
  readonly today: number;
  /** ISO 3166-1 alpha-2 for rows and phones that carry none, '' if not given. */
  readonly country: string;
  readonly header: readonly string[];
  /** The field each column feeds, `null` for unmapped ones. */
  readonly columns: readonly (Field | null)[];
  /** Day/month order of each column's dates; `null` where the column holds none or stays ambiguous. */
  readonly dateOrders: readonly (DateOrder | null)[];
}
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

// ---------------------------------------------------------------- rules and judgement

/** What a finding does to the verdict. */
export type Effect = 'reject' | 'flag' | 'note' | 'off';
export interface Price {
  readonly verdict: Effect;
  /** Added to the score: negative costs, positive earns. */
  readonly points: number;
}
export interface Rules {
  readonly name: string;
  /** SHA-256 of the files the rules were read from. */
  readonly sha256: string;
  readonly score: { readonly base: number };
  readonly codes: Readonly<Record<Code, Price>>;
  /** Options by check name, validated. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly tiers: TierRules;
  /** Scores below which a row is rejected or flagged, whatever was found; 0: none. */
  readonly verdicts: { readonly reject_below: number; readonly flag_below: number };
  /** Findings of the rules' own, in the order of the rules. */
  readonly findings: readonly CustomFinding[];
  /** A lead is in the first segment whose condition holds. */
  readonly segments: readonly Segment[];
  /** Field → further names of its columns. */
  readonly aliases: Readonly<Partial<Record<Field, readonly string[]>>>;
  /** Name of a column → the field it feeds, null for none. Names in any case; wins over what is detected. */
  readonly columns: Readonly<Record<string, Field | null>>;
  /** How lists are read, where it is not to be found out. */
  readonly reading: ReadingRules;
  /** Word lists in use, for the report. */
  readonly lists: readonly WordList[];
  readonly currency: string;
  /** Price of one row of the list in `currency`; `null` when the list was free or carries its own price column. */
  readonly price: number | null;
}
export interface ReadingRules {
  readonly delimiter?: string; readonly quote?: 'double' | 'single' | 'none'; readonly escape?: 'doubled' | 'backslash'; readonly line_end?: 'lf' | 'crlf' | 'cr'; readonly comment?: string;
  readonly encoding?: string; readonly sheet?: string; readonly header?: boolean; readonly date_order?: DateOrder;
}
/** A finding that a rules file defines. `when` is a condition in CEL. */
export interface CustomFinding extends Explanation { readonly code: Code; readonly when: string }
export interface Segment { readonly name: string; readonly when: string }
export interface WordList { readonly name: string; readonly version: string; readonly entries: number }
/** Which codes make a suspect a prospect, a prospect a lead, a lead qualified (at least `needed` of `of`). */
export interface TierRules {
  readonly prospect: readonly Code[];
  readonly lead: readonly Code[];
  readonly qualified: { readonly needed: number; readonly of: readonly Code[] };
}

export const VERDICTS = ['cleaned', 'flagged', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const TIERS = ['junk', 'suspect', 'prospect', 'lead', 'qualified'] as const;
export type Tier = (typeof TIERS)[number];

/** What the rules make of a set of findings: the same findings are always judged the same. */
export interface Judged {
  readonly verdict: Verdict;
  readonly tier: Tier;
  /** 0 to 100. */
  readonly score: number;
  /** Codes that cost points or change the verdict, worst first. */
  readonly reasons: readonly Code[];
  /** Codes that earned points. */
  readonly signals: readonly Code[];
  /** `field:code` of what was mended. */
  readonly fixes: readonly string[];
}
