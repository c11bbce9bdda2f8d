import type { Cell, Check, Field, Lead, Run } from '../types.js';
import { countryCode } from '../values/country.js';
import { AMBIGUOUS, dateReader, UNREADABLE } from '../values/date.js';
import { memo } from '../values/memo.js';
import { readPhone } from '../values/phone.js';
import { phraseFinder } from '../values/phrases.js';
import { plainWords } from '../values/plain.js';

type Problem = 'missing' | 'expired';
type Channel = 'email' | 'phone';

/** What a region asks for before somebody is written to or called; null: nothing. */
interface Region {
  readonly countries: readonly string[];
  readonly email: Asked | null;
  readonly phone: Asked | null;
}
/** `max_age_days`: after so many days a consent is worth another look; null: never. */
interface Asked { readonly max_age_days: number | null }

interface Options {
  /** rules/regions.yaml, where each value has its source. */
  readonly regions: Readonly<Record<string, Region>>;
  /** Regions whose leads are asked for a consent. */
  readonly ask: Readonly<Record<string, boolean>>;
  /** Top-level domains that stand for a country and are used all over the world. */
  readonly worldwide_tlds: readonly string[];
  readonly yes: readonly string[];
  readonly granted: readonly string[];
  readonly refused: readonly string[];
  readonly negations: readonly string[];
  readonly email_columns: readonly string[];
  readonly phone_columns: readonly string[];
}

/** When a consent was given: a day, or one of these. */
const NONE = -1e9;
const SOME_DAY = 1e9;
const DAYS_A_MONTH = 30.4375;
const CHANNELS: readonly Channel[] = ['email', 'phone'];

/**
 * Whether the list shows a consent for each channel of a lead where its region asks for one. Facts and dates, no legal
 * advice: there are other grounds to contact somebody than consent, and a list does not show them.
 */
export const consent: Check<Problem, Options> = {
  name: 'consent',
  scope: 'lead',
  problems: {
    missing: {
      what: 'The region of the lead asks for a consent to this channel, and the list shows none.',
      why: 'Without a consent, or another ground the list does not show, a campaign can be unlawful there. This is a fact about the list, not legal advice.',
      do: 'Look for the proof where the address was collected, or ask whoever sold it; without one, ask your counsel before you use the channel.',
    },
    expired: {
      what: 'The consent is older than the rules allow for the region of the lead.',
      why: 'A consent that was never used fades, and certificates of it are not kept for ever. This is a fact about the list, not legal advice.',
      do: 'Ask for a new one, or find out from when the person last heard of you.',
    },
  },
  start(options, run) {
    const regionOf = new Map(Object.entries(options.regions).flatMap(([name, region]) =>
      (options.ask[name] === true ? region.countries.map((country) => [country, region] as const) : [])));
    if (regionOf.size === 0) return () => {};
    const country = countryReader(options, run);
    const columns = run.header.map((name) => channelOf(plainWords(name), options));
    const given = consentReader(options, run, columns);
    const lacks = (lead: Lead, region: Region, channel: Channel): boolean => region[channel] !== null && given(lead, channel) === NONE;

    return (lead, find) => {
      if (lead.has('suppress/opted-out')) return;
      const region = regionOf.get(country(lead));
      if (region === undefined) return;
      // Which channel it is about needs to be said only where the other one is free.
      const both = reachable(lead, 'email') && reachable(lead, 'phone');
      const partly = both && (lacks(lead, region, 'email') !== lacks(lead, region, 'phone'));
      for (const channel of CHANNELS) {
        const asked = region[channel];
        if (asked === null || !reachable(lead, channel)) continue;
        const day = given(lead, channel);
        if (day === NONE) find('missing', channel, partly ? { hint: 'no consent on record' } : undefined);
        else if (asked.max_age_days !== null && run.today - day > asked.max_age_days)
          find('expired', channel, { hint: `consent is ${Math.floor((run.today - day) / DAYS_A_MONTH)} months old` });
      }
    };
  },
};

/** When the lead consented to the channel: the newest day, `SOME_DAY` when none is said, `NONE` when no column says so. */
function consentReader(options: Options, run: Run, columns: readonly (Channel | 'all')[]): (lead: Lead, channel: Channel) => number {
  const yes = phraseFinder(options.yes.map((word) => `=${word}`));
  const refused = phraseFinder(options.refused);
  const granted = phraseFinder(options.granted, [], options.negations);
  const answer = memo((text): number => {
    if (refused(text)) return NONE;
    // A certificate or a page it was given on is a proof to go after.
    return yes(text) || granted(text) || /^[✓✔☑xX]$/u.test(text.trim()) || /^https?:\/\//i.test(text) ? SOME_DAY : UNREADABLE;
  });
  const written = dateReader(run.dateOrders);
  const dayOf = (cell: Cell): number => {
    const said = answer(cell.text);
    return said === UNREADABLE ? written(cell) : said;
  };
  return (lead, channel) => {
    let newest = NONE;
    let isRefused = false;
    let certain = false;
    for (const field of ['consent', 'consent_at'] as const) {
      for (const cell of lead.of(field)) {
        const about = columns[cell.column] ?? 'all';
        if (cell.isEmpty || (about !== 'all' && about !== channel)) continue;
        const day = dayOf(cell);
        if (day === NONE) isRefused ||= field === 'consent';
        else if (day === SOME_DAY || day === AMBIGUOUS) certain = true;
        else if (day !== UNREADABLE && day > newest) newest = day;
      }
    }
    if (isRefused) return NONE;
    return newest !== NONE ? newest : certain ? SOME_DAY : NONE;
  };
}

/** Where the lead lives: its country column, else its phone, else its e-mail's top-level domain, else the run's country. */
function countryReader(options: Options, run: Run): (lead: Lead) => string {
  const worldwide = new Set(options.worldwide_tlds);
  const ofDomain = memo((ending) => {
    if (worldwide.has(ending)) return '';
    return ending === 'eu' ? 'EU' : ending === 'uk' ? 'GB' : /^[a-z]{2}$/.test(ending) ? countryCode(ending) : '';
  });
  return (lead) => {
    if (lead.country !== '') return lead.country;
    const phone = lead.value('phone');
    const dialled = phone.startsWith('+') ? readPhone(phone, run.country)?.judged.country ?? '' : '';
    if (dialled !== '') return dialled;
    const address = lead.value('email');
    return ofDomain(address.slice(address.lastIndexOf('.') + 1).toLowerCase()) || run.country;
  };
}

function channelOf(name: readonly string[], options: Options): Channel | 'all' {
  const says = (words: readonly string[]): boolean => name.some((word) => words.includes(word));
  const email = says(options.email_columns);
  return email === says(options.phone_columns) ? 'all' : email ? 'email' : 'phone';
}

function reachable(lead: Lead, field: Field): boolean {
  for (const cell of lead.of(field)) if (!cell.isEmpty && cell.state !== 'unusable') return true;
  return false;
}
