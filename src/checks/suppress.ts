import type { Cell, Check, Lead } from '../types.js';
import { readDate, UNREADABLE } from '../values/date.js';
import { memo } from '../values/memo.js';
import { phraseFinder } from '../values/phrases.js';
import { plainWords } from '../values/plain.js';

type Problem = 'opted-out' | 'opted-out-channel' | 'unclear';

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

/** What an opt-out is about. `post`: letters and faxes, which leadclean does not deal in. */
type Channel = 'all' | 'email' | 'phone' | 'post';
type Answer = Channel | 'yes' | 'no' | 'unclear';

/** People who said that they want to hear no more. */
export const suppress: Check<Problem, Options> = {
  name: 'suppress',
  scope: 'lead',
  problems: {
    'opted-out': {
      what: 'A column says that this person opted out.',
      why: 'Writing or calling them is unlawful in most countries and hurts your reputation as a sender.',
      do: 'Do not contact them; put them on your suppression list so that no later import brings them back.',
    },
    'opted-out-channel': {
      what: 'This person opted out of one channel (calls, letters) and can still be reached by e-mail.',
      why: 'The opt-out binds that channel, and an import can lose it.',
      do: 'Carry the opt-out over into your CRM before anybody dials.',
    },
    unclear: {
      what: 'A column about opting out says neither yes nor no.',
      why: 'It may be an objection.',
      do: 'Find out what the column means before you contact this person.',
    },
  },
  start(options, run) {
    const yes = new Set(options.yes.map((word) => plainWords(word).join(' ')));
    const no = new Set(options.no.map((word) => plainWords(word).join(' ')));
    const optedOut = phraseFinder(options.opted_out, [], options.negations);
    const noCalls = phraseFinder(options.no_calls, [], options.negations);

    const inOptOut = memo((text): Answer => {
      const said = plainWords(text).join(' ');
      if (yes.has(said) || /^[✓✔☑xX×]$/u.test(text.trim())) return 'yes';
      if (no.has(said) || /^[\s0:./\-–—]*$/.test(text)) return 'no'; // 0000-00-00: no date, never
      if (optedOut(text)) return 'yes';
      if (noCalls(text)) return 'phone';
      return readDate(text, null) === UNREADABLE ? 'unclear' : 'yes';
    });
    const inStatus = memo((text): Answer => (optedOut(text) ? 'yes' : noCalls(text) ? 'phone' : 'no'));
    const channels = run.header.map((name) => channelOf(plainWords(name), options));

    const look = (cell: Cell, answer: Answer): Channel | 'no' | 'unclear' => (answer === 'yes' ? channels[cell.column] ?? 'all' : answer);
    return (lead, find) => {
      let worst: Cell | undefined, channel: Cell | undefined, unclear: Cell | undefined;
      for (const field of ['opted_out', 'status'] as const) {
        for (const cell of lead.of(field)) {
          if (cell.text === '') continue;
          const about = look(cell, field === 'status' ? inStatus(cell.text) : inOptOut(cell.text));
          if (about === 'no') continue;
          if (about === 'unclear') unclear ??= cell;
          else if (about === 'post' || (about === 'phone' && hasEmail(lead))) channel ??= cell;
          else worst ??= cell;
        }
      }
      if (worst !== undefined) find('opted-out', { cell: worst });
      else if (channel !== undefined) find('opted-out-channel', { cell: channel, hint: channels[channel.column] === 'post' ? 'no letters' : 'do not call' });
      else if (unclear !== undefined) find('unclear', { cell: unclear });
    };
  },
};

/** `HasOptedOutOfEmail` is about e-mail, `Do Not Call` about the phone, `Unsubscribed` about everything. */
function channelOf(name: readonly string[], options: Options): Channel {
  const says = (words: readonly string[]): boolean => name.some((word) => words.includes(word));
  if (says(options.email_columns)) return 'email';
  if (says(options.phone_columns)) return 'phone';
  return says(options.post_columns) ? 'post' : 'all';
}

function hasEmail(lead: Lead): boolean {
  for (const cell of lead.of('email')) if (cell.text !== '' && cell.state === 'usable') return true;
  return false;
}
