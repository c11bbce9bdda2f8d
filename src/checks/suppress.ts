import type { Cell, Check, Lead } from '../types.js';
import { shownIn } from '../values/asked.js';
import { cellMemo } from '../values/cell-memo.js';
import { readDate, UNREADABLE } from '../values/date.js';
import { memo } from '../values/memo.js';
import { phraseFinder } from '../values/phrases.js';
import { plainWords } from '../values/plain.js';
import { isUnspaced } from '../values/unspaced.js';

type Problem = 'listed' | 'opted-out' | 'opted-out-channel' | 'unclear';

/** Word lists, see rules/words. */
interface Options {
  /** Statuses that say somebody wants to hear no more. */
  readonly opted_out: readonly string[];
  /** The same, of calls only. */
  readonly no_calls: readonly string[];
  /** Whole texts that say yes and no. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Whole texts by which a column about consent says that one was taken back; dates aside. */
  readonly withdrawn: readonly string[];
  /** What verifiers call addresses, whole texts: `do_not_mail` beside an address is theirs, and no wish of the person. */
  readonly results: readonly string[];
  /** What notes say of somebody who asks to be left alone. */
  readonly asks_to_stop: readonly string[];
  readonly negations: readonly string[];
  /** Words in the name of a column that is about one channel. */
  readonly email_columns: readonly string[];
  readonly phone_columns: readonly string[];
  readonly post_columns: readonly string[];
}

const FIELDS = ['opted_out', 'status', 'email_status', 'consent', 'notes'] as const;

/** What an opt-out is about. `post`: letters and faxes, which leadclean does not deal in. */
type Channel = 'all' | 'email' | 'phone' | 'post';
type Answer = Channel | 'yes' | 'no' | 'unclear' | 'circle' | 'cross';

/** People who said that they want to hear no more. Who is `listed` is told by src/duplicates, which remembers the lists; here are only its words. */
export const suppress: Check<Problem, Options> = {
  name: 'suppress',
  scope: 'lead',
  problems: {
    listed: {
      what: 'This person is on a list of people you must not contact (--suppress), by e-mail address, phone number, domain or a hash of one.',
      why: 'They objected, or a contract or an authority says so; writing to them costs more than any lead brings.',
      do: 'Do not import or contact them; the hint names the list and the line.',
    },
    'opted-out': {
      what: 'A column says that this person opted out of everything, or of each channel by which they could be reached.',
      why: 'Writing or calling them is unlawful in most countries and hurts your reputation as a sender.',
      do: 'Do not contact them; put them on your suppression list so that no later import brings them back.',
    },
    'opted-out-channel': {
      what: 'This person opted out of one channel (e-mail, calls, letters) and can still be reached by another.',
      why: 'The opt-out binds that channel, and an import can lose it.',
      do: 'Carry the opt-out over into your CRM before anybody writes or dials.',
    },
    unclear: {
      what: 'A column about opting out says neither yes nor no, or a note speaks of somebody who wants to hear no more.',
      why: 'It may be an objection.',
      do: 'Find out what was meant before you contact this person.',
    },
  },
  start(options, run) {
    const fields = shownIn(run, FIELDS);
    if (fields.length === 0) return () => {};
    const readCell = answerReader(options);
    const channels = run.header.map((name) => channelOf(name, options));

    const east = run.header.map(isUnspaced);
    const look = (cell: Cell, answer: Answer): Channel | 'no' | 'unclear' => {
      if (answer === 'yes' || (answer === 'cross' && !east[cell.column]) || (answer === 'circle' && east[cell.column])) return channels[cell.column] ?? 'all';
      return answer === 'circle' ? 'unclear' : answer === 'cross' ? 'no' : answer;
    };
    return (lead, find) => {
      let said: Partial<Record<Channel | 'unclear', Cell>> | undefined;
      for (const field of fields) {
        for (const cell of lead.of(field)) {
          if (cell.isEmpty) continue;
          const about = look(cell, readCell[field](cell));
          if (about !== 'no') (said ??= {})[about] ??= cell;
        }
      }
      if (said === undefined) return;
      const { all, email, phone, post, unclear } = said;
      const silenced = email !== undefined && (phone !== undefined || !isFree(lead, 'phone')) ? email : phone !== undefined && !isFree(lead, 'email') ? phone : undefined;
      const whole = all ?? silenced;
      if (whole !== undefined) find('opted-out', whole);
      else if (email !== undefined) find('opted-out-channel', email, { hint: 'do not e-mail' });
      else if (phone !== undefined) find('opted-out-channel', phone, { hint: 'do not call' });
      else if (post !== undefined) find('opted-out-channel', post, { hint: 'no letters' });
      else if (unclear !== undefined) find('unclear', unclear, unclear.field === 'notes' ? { hint: 'asks for no more contact?' } : undefined);
    };
  },
};

/** What cells of each field say of an opt-out. */
function answerReader(options: Options): Readonly<Record<(typeof FIELDS)[number], (cell: Cell) => Answer>> {
  const optedOut = phraseFinder(options.opted_out, [], options.negations);
  const speaksOfIt = phraseFinder(options.opted_out);
  const noCalls = phraseFinder(options.no_calls, [], options.negations);
  const asksToStop = phraseFinder(options.asks_to_stop, [], options.negations);
  const yes = wholeTexts(() => options.yes), no = wholeTexts(() => options.no);
  const results = wholeTexts(() => options.results);
  const withdrawn = wholeTexts(() => [...options.withdrawn, ...options.opted_out]);
  /** `Opt-out: no`, by itself or among others. */
  const saysNo = (text: string): boolean => no(/^[^:=]*[:=]([^:=]+)$/.exec(text)?.[1] ?? '');
  const withoutNo = (text: string): string => (/[:=]/.test(text) ? text.split(/[,;|\n]/).filter((part) => !saysNo(part)).join(';') : text);
  const read = (say: (text: string) => Answer): ((cell: Cell) => Answer) => cellMemo(memo(say));
  const inStatus = (text: string): Answer => {
    const said = withoutNo(text);
    return optedOut(said) ? 'yes' : noCalls(said) ? 'phone' : 'no';
  };
  return {
    opted_out: read((text) => {
      if (yes(text) || /^[✓✔☑xX]$/u.test(text.trim())) return 'yes';
      if (/^\s*[×✕○◯〇]\s*$/u.test(text)) return /[×✕]/u.test(text) ? 'cross' : 'circle';
      if (no(text) || /^[\s0:./\-–—[\]{}]*$/.test(text) || withoutNo(text) === '') return 'no'; // 0000-00-00: no date, never
      if (optedOut(withoutNo(text))) return 'yes';
      if (noCalls(text)) return 'phone';
      const head = /^[^,;.:(–—-]+?(?=[,;.:(]|\s[–—-]\s)/u.exec(text)?.[0] ?? ''; // `No, still with us`
      if (yes(head)) return 'yes';
      if (no(head) || speaksOfIt(text)) return 'no'; // `never unsubscribed`
      const day = readDate(text, null);
      return day === UNREADABLE ? 'unclear' : NO_DAYS.has(day) ? 'no' : 'yes';
    }),
    status: read(inStatus),
    email_status: read((text) => (results(text) ? 'no' : inStatus(text))),
    consent: read((text) => (withdrawn(text.replace(/(?:\s\p{L}+)?\s+\(?\d.*/u, '')) ? 'yes' : 'no')),
    notes: read((text) => (asksToStop(text) ? 'unclear' : 'no')),
  };
}

/** Days that programs write where there is none: 1970-01-01, 1900-01-01. */
const NO_DAYS: ReadonlySet<number> = new Set([0, -25567]);

function wholeTexts(words: () => readonly string[]): (text: string) => boolean {
  let set: ReadonlySet<string> | undefined;
  const said = (text: string): string => plainWords(text).join(' ');
  return (text) => (set ??= new Set(words().map(said))).has(said(text)) && said(text) !== '';
}

/** `HasOptedOutOfEmail` is about e-mail, `Do Not Call` about the phone, `Unsubscribed` about everything. */
function channelOf(header: string, options: Options): Channel {
  const name = plainWords(header.replace(/\be[-\s_]?mail/gi, 'email'));
  const says = (words: readonly string[]): boolean => name.some((word) => words.includes(word) || (isUnspaced(word) && words.some((part) => isUnspaced(part) && word.includes(plainWords(part).join('')))));
  const [email, phone] = [says(options.email_columns), says(options.phone_columns)];
  if (email !== phone) return email ? 'email' : 'phone';
  if (email) return 'all';
  return says(options.post_columns) ? 'post' : 'all';
}

function isFree(lead: Lead, channel: 'email' | 'phone'): boolean {
  for (const cell of lead.of(channel)) if (!cell.isEmpty && cell.state === 'usable') return true;
  return false;
}
