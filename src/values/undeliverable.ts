import type { Cell, Lead, Run } from '../types.js';
import { cellsOf } from './asked.js';
import { cellMemo } from './cell-memo.js';
import { memo } from './memo.js';
import { phraseFinder } from './phrases.js';
import { plainWords } from './plain.js';

export interface DeliveryWords {
  /** What verifiers and mail tools call an address that takes no mail, whole texts. */
  readonly undeliverable: readonly string[];
  /** Phrases by which a status of the lead says so. */
  readonly bounced: readonly string[];
  /** Bounces that pass. */
  readonly passing: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** What a column is asked: what its cells say by themselves, whether mail `fails`, whether it `arrives`. */
type Asks = 'words' | 'fails' | 'arrives';
const FAILS = /(?<![\p{L}])(?:e?mails?)?(?:bounce[ds]?|hardbounce[ds]?|invalid|undeliverable)(?!\p{L})/iu;
const ARRIVES = /(?<!\p{L})(?:valid|verified|deliverable|mailable)(?!\p{L})/iu;
const MAIL = /(?<!\p{L})e ?mail/u;
const REFUSED = /(?:^|\D)5\.\d\.\d|^\W*5\d\d(?!\d)/; // replies of mail servers that are final

/** The cell by which a list itself says that no mail reaches the lead's address; null: the list has no column for that. */
export function undeliverableReader(options: DeliveryWords, run: Run): ((lead: Lead) => Cell | undefined) | null {
  const has = (field: 'email_status' | 'status'): boolean => run.columns.includes(field);
  if (!has('email_status') && !has('status')) return null;
  const whole = (words: readonly string[]): ((text: string) => boolean) => phraseFinder(words.map((word) => `=${word}`));
  const [bad, yes, no] = [whole(options.undeliverable), whole(options.yes), whole(options.no)];
  const passing = phraseFinder(options.passing);
  const bounced = phraseFinder(options.bounced, options.passing);
  const says = (read: (text: string) => boolean): ((cell: Cell) => boolean) => cellMemo(memo(read));
  const inWords = (text: string): boolean => bad(text) || bounced(text) || REFUSED.test(text);
  const asking: Readonly<Record<Asks, (cell: Cell) => boolean>> = {
    words: says(inWords),
    fails: says((text) => inWords(text) || yes(text) || !(no(text) || passing(text) || /^\W*4\d\d(?!\d)|^\d?$/.test(text))),
    arrives: says((text) => inWords(text) || no(text)),
  };
  const asks = run.header.map((name): Asks => {
    const words = plainWords(name).join(' ');
    return FAILS.test(words) ? 'fails' : ARRIVES.test(words) && MAIL.test(words) ? 'arrives' : 'words';
  });
  const ofMail = run.header.map((name) => MAIL.test(plainWords(name).join(' ')));
  const inStatus = says(bounced);
  const statuses = cellsOf('status'), results = cellsOf('email_status');
  return (lead) => {
    for (const cell of results(lead)) if (!cell.isEmpty && asking[asks[cell.column] ?? 'words'](cell)) return cell;
    for (const cell of statuses(lead)) if (!cell.isEmpty && (ofMail[cell.column] === true ? asking.words : inStatus)(cell)) return cell;
    return undefined;
  };
}
