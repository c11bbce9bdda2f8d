import type { Cell, Check, Lead } from '../types.js';
import { shownIn } from '../values/asked.js';
import { cellMemo } from '../values/cell-memo.js';
import { readDate, UNREADABLE } from '../values/date.js';
import { memo } from '../values/memo.js';
import { phraseFinder } from '../values/phrases.js';
import { plainWords } from '../values/plain.js';

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
  readonly negations: readonly string[];
  /** Words in the name of a column that is about one channel. */
  readonly email_columns: readonly string[];
  readonly phone_columns: readonly string[];
  readonly post_columns: readonly string[];
}

const FIELDS = ['opted_out', 'status', 'consent'] as const;
/** A consent of more words is a sentence somebody agreed to: `You can unsubscribe at any time`. */
const MOST_WORDS = 3;

/** What an opt-out is about. `post`: letters and faxes, which leadclean does not deal in. */
type Channel = 'all' | 'email' | 'phone' | 'post';
type Answer = Channel | 'yes' | 'no' | 'unclear';

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
      what: 'A column about opting out says neither yes nor no.',
      why: 'It may be an objection.',
      do: 'Find out what the column means before you contact this person.',
    },
  },
  start(options, run) {
    const fields = shownIn(run, FIELDS);
    if (fields.length === 0) return () => {};
    const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => plainWords(word).join(' ')));
    let yes: ReadonlySet<string> | undefined, no: ReadonlySet<string> | undefined;
    const optedOut = phraseFinder(options.opted_out, [], options.negations);
    const noCalls = phraseFinder(options.no_calls, [], options.negations);

    const inOptOut = cellMemo(memo((text): Answer => {
      const said = plainWords(text).join(' ');
      if ((yes ??= setOf(options.yes)).has(said) || /^[✓✔☑xX×]$/u.test(text.trim())) return 'yes';
      if ((no ??= setOf(options.no)).has(said) || /^[\s0:./\-–—]*$/.test(text)) return 'no'; // 0000-00-00: no date, never
      if (optedOut(text)) return 'yes';
      if (noCalls(text)) return 'phone';
      return readDate(text, null) === UNREADABLE ? 'unclear' : 'yes';
    }));
    const inWords = (text: string): Answer => (optedOut(text) ? 'yes' : noCalls(text) ? 'phone' : 'no');
    const inStatus = cellMemo(memo(inWords));
    const inConsent = cellMemo(memo((text): Answer => {
      const words = plainWords(text).filter((word) => !/^\d/.test(word));
      if (words.length > MOST_WORDS || (no ??= setOf(options.no)).has(words.at(-1) ?? '')) return 'no'; // Opt-out: no
      return inWords(text);
    }));
    const saidIn = { opted_out: inOptOut, status: inStatus, consent: inConsent } as const;
    const channels = run.header.map((name) => channelOf(plainWords(name), options));

    const look = (cell: Cell, answer: Answer): Channel | 'no' | 'unclear' => (answer === 'yes' ? channels[cell.column] ?? 'all' : answer);
    return (lead, find) => {
      let said: Partial<Record<Channel | 'unclear', Cell>> | undefined;
      for (const field of fields) {
        for (const cell of lead.of(field)) {
          if (cell.isEmpty) continue;
          const about = look(cell, saidIn[field](cell));
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
      else if (unclear !== undefined) find('unclear', unclear);
    };
  },
};

/** `HasOptedOutOfEmail` is about e-mail, `Do Not Call` about the phone, `Unsubscribed` about everything. */
function channelOf(name: readonly string[], options: Options): Channel {
  const says = (words: readonly string[]): boolean => name.some((word) => words.includes(word));
  const [email, phone] = [says(options.email_columns), says(options.phone_columns)];
  if (email !== phone) return email ? 'email' : 'phone';
  if (email) return 'all';
  return says(options.post_columns) ? 'post' : 'all';
}

function isFree(lead: Lead, channel: 'email' | 'phone'): boolean {
  for (const cell of lead.of(channel)) if (!cell.isEmpty && cell.state === 'usable') return true;
  return false;
}
