import type { Cell, Check } from '../types.js';
import { answerable, firstSaying } from '../values/asked.js';
import { cellMemo } from '../values/cell-memo.js';
import { dateReader } from '../values/date.js';
import { memo } from '../values/memo.js';
import { phraseFinder } from '../values/phrases.js';

type Problem = 'inbound' | 'outbound' | 'recent' | 'reply';

/** Word lists, see rules/words. */
interface Options {
  /** Days within which the last activity counts as recent. */
  readonly recent_days: number;
  /** What a source or status says when the person came by themselves. */
  readonly inbound: readonly string[];
  /** Sources that are nobody's action: bought, imported, cold. */
  readonly outbound: readonly string[];
  /** What notes say when the person did something. */
  readonly actions: readonly string[];
  readonly reply: readonly string[];
  readonly no_reply: readonly string[];
  readonly yes: readonly string[];
  readonly negations: readonly string[];
}

/** What the person did, as far as a column says so. Where a name came from is no action of theirs. */
export const intent: Check<Problem, Options> = {
  name: 'intent',
  scope: 'lead',
  problems: {
    inbound: {
      what: 'A source, status or note says that this person came by themselves: a form, a demo request, a download, a registration.',
      why: 'People who acted are far likelier to buy than names on a list.',
      do: 'Answer them first, and soon.',
    },
    outbound: {
      what: 'The source says that this person did not come by themselves: a bought list, a database, cold outreach.',
      why: 'They never asked for you, however complete the entry is.',
      do: 'Write a first message that says where you have the address from; mind what the region asks for.',
    },
    recent: {
      what: 'The last activity is recent.',
      why: 'Interest fades within weeks.',
      do: 'Contact them before the others.',
    },
    reply: {
      what: 'A status or note says that they answered, are interested, or that a meeting or a sale came of it.',
      why: 'A conversation has begun.',
      do: 'Carry it on from where it stands; do not put them into a cold campaign.',
    },
  },
  start(options, run) {
    const came = cellMemo(memo(phraseFinder([...options.inbound, ...options.actions], options.outbound, options.negations)));
    const acted = cellMemo(memo(phraseFinder(options.actions, options.outbound, options.negations)));
    const sought = cellMemo(memo(phraseFinder(options.outbound, [], options.negations)));
    const answered = cellMemo(memo(phraseFinder(options.reply, options.no_reply, options.negations)));
    const dayOf = dateReader(run.dateOrders);
    const yes = cellMemo(memo(phraseFinder(options.yes.map((word) => `=${word}`))));
    // A column named `Replied` or `Interested?` that says yes.
    const asking = phraseFinder(options.reply, options.no_reply, options.negations);
    let asks: readonly boolean[] | undefined;
    const repliedBy = (cell: Cell): boolean => answered(cell) || ((asks ??= run.header.map(asking))[cell.column] === true && yes(cell));
    const inboundIn = answerable(run, [['source', came], ['status', came], ['notes', acted]]);
    const outboundIn = answerable(run, [['source', sought]]);
    const recentIn = answerable(run, [['last_activity_at', (cell) => { const age = run.today - dayOf(cell); return age >= 0 && age <= options.recent_days; }]]);
    const repliedIn = answerable(run, [['status', repliedBy], ['notes', repliedBy]]);

    return (lead, find) => {
      const inbound = firstSaying(lead, inboundIn);
      const outbound = inbound === undefined ? firstSaying(lead, outboundIn) : undefined;
      if (inbound !== undefined) find('inbound', inbound);
      else if (outbound !== undefined) find('outbound', outbound);
      const recent = firstSaying(lead, recentIn);
      if (recent !== undefined) find('recent', recent);
      const reply = firstSaying(lead, repliedIn);
      if (reply !== undefined) find('reply', reply);
    };
  },
};
