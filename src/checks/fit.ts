import type { Cell, Check, Code, Field, Lead } from '../types.js';
import { readAmount } from '../values/amount.js';
import { mayBeAcademic } from '../values/address-bytes.js';
import { answerable, cellsOf, firstOf, firstThat, shownIn, type Question } from '../values/asked.js';
import { cellMemo } from '../values/cell-memo.js';
import { memo } from '../values/memo.js';
import { phraseFinder } from '../values/phrases.js';
import { rivalFinder } from '../values/rival.js';
import { namesTime } from '../values/timeline.js';
import { titleReader, type Level, type TitleWords } from '../values/title.js';

type Problem = 'decision-maker' | 'business-email' | 'budget' | 'authority' | 'need' | 'timeline' | 'industry'
  | 'out-of-market' | 'competitor' | 'student' | 'job-seeker' | 'vendor' | 'wants-free';

interface Options {
  /** ISO 3166-1 alpha-2 codes of the countries you sell to; empty: all. */
  readonly markets: readonly string[];
  /** Trades you sell to: names of `industry_names`, or any other words; empty: none is named. */
  readonly industries: readonly string[];
  /** Trade → what lists call it, see rules/industries.yaml. */
  readonly industry_names: Readonly<Record<string, readonly string[]>>;
  /** Domains and company names. */
  readonly competitors: readonly string[];
  readonly legal_forms: readonly string[];
  readonly titles: TitleWords;
  /** What notes, needs and titles say of people who will not buy. */
  readonly student: readonly string[];
  readonly job_seeker: readonly string[];
  readonly no_job_seeker: readonly string[];
  readonly vendor: readonly string[];
  readonly wants_free: readonly string[];
  /** Whole texts that say nothing or no (`tbd`, `none`, `not sure`). */
  readonly unstated: readonly string[];
  /** What a text says that speaks of no need. */
  readonly no_need: readonly string[];
  readonly negations: readonly string[];
  readonly yes: readonly string[];
  readonly budget: readonly string[];
  readonly authority: readonly string[];
  readonly timeline: readonly string[];
}

/** Where people say what they want. */
const REMARKS: readonly Field[] = ['notes', 'need'];
const DECIDING: ReadonlySet<Level> = new Set<Level>(['owner', 'vp', 'director']);
const NOT_BUSINESS: readonly Code[] = [
  'company/domain-mismatch', 'email/undeliverable', 'email/free', 'email/role', 'email/relay', 'email/disposable', 'email/typo', 'email/placeholder', 'email/special-use', 'email/unknown-tld',
];

/** Whether this is somebody one sells to: who they are, and what they said of budget, authority, need and timing. */
export const fit: Check<Problem, Options> = {
  name: 'fit',
  scope: 'lead',
  problems: {
    'decision-maker': {
      what: 'The job title is that of an owner, executive, head of department or director.',
      why: 'They can decide; assistants to them and former ones cannot.',
      do: 'Address them directly.',
    },
    'business-email': {
      what: 'The e-mail address is personal and at a company of its own, the one named where one is named.',
      why: 'It reaches one person at work, and ties the lead to a company.',
      do: 'Nothing: this is good news.',
    },
    budget: { what: 'A budget is stated.', why: 'It is one of the four signs of a qualified lead.', do: 'Check it against what you sell.' },
    authority: { what: 'The person is said to decide, or to hold a position that does.', why: 'It is one of the four signs of a qualified lead.', do: 'Confirm it in the first talk.' },
    need: { what: 'A need is stated.', why: 'It is one of the four signs of a qualified lead.', do: 'Open with it.' },
    timeline: { what: 'A time is stated by which they mean to act.', why: 'It is one of the four signs of a qualified lead.', do: 'Plan the follow-up by it.' },
    industry: {
      what: 'The industry is one of those the rules name.',
      why: 'You sell to this trade.',
      do: 'Use the references you have there; the list is options.fit.industries.',
    },
    'out-of-market': {
      what: 'The country is none of those the rules name as markets.',
      why: 'You cannot serve this lead, or not well.',
      do: 'Pass it on to a partner, or leave it out; the list is options.fit.markets.',
    },
    competitor: {
      what: 'The e-mail address, the website or the company is that of a competitor named in the rules.',
      why: 'They want to see what you do, and buy nothing.',
      do: 'Keep them out of demos and nurturing; the list is options.fit.competitors.',
    },
    student: {
      what: 'A student, an intern or an apprentice by title, note or address.',
      why: 'They research, and buy nothing for a company.',
      do: 'Send them the white paper; keep sales free of them.',
    },
    'job-seeker': { what: 'Somebody who looks for a job.', why: 'They want to work for you, not to buy from you.', do: 'Pass them on to whoever hires.' },
    vendor: { what: 'Somebody who wants to sell something to you.', why: 'Forms collect as many sellers as buyers.', do: 'Leave them out.' },
    'wants-free': { what: 'Somebody who wants it free, and states no budget.', why: 'No budget, and none planned.', do: 'Offer the free plan, if there is one.' },
  },
  start(options, run) {
    const level = titleReader(options.titles);
    const unstated = phraseFinder(options.unstated.map((text) => `=${text}`));
    const no = phraseFinder(options.negations);
    const noNeed = phraseFinder(options.no_need);
    const yes = phraseFinder(options.yes.map((word) => `=${word}`));
    const stated = (says: (text: string) => boolean): ((cell: Cell) => boolean) => cellMemo(memo((text) => !unstated(text) && says(text)));
    const inWords = (phrases: readonly string[]): ((text: string) => boolean) => phraseFinder(phrases, options.negations);

    const budgetWords = inWords(options.budget), authorityWords = inWords(options.authority), timelineWords = inWords(options.timeline);
    const facts: Question<Problem & Field>[] = [
      ['budget', stated((text) => !no(text) && (readAmount(text) > 0 || yes(text) || budgetWords(text)))],
      ['authority', stated((text) => !no(text) && (yes(text) || authorityWords(text) || DECIDING.has(level(text))))],
      ['need', stated((text) => !noNeed(text) && /\p{L}{2}/u.test(text))],
      ['timeline', stated((text) => !no(text) && (timelineWords(text) || namesTime(text)))],
    ];
    if (options.industries.length > 0)
      facts.push(['industry', cellMemo(memo(phraseFinder(options.industries.flatMap((name) => [name, ...(options.industry_names[name.toLowerCase()] ?? [])]))))]);
    const asked = answerable(run, facts);
    const titles = cellsOf('title');
    const firstEmail = firstOf('email');
    const remarks = shownIn(run, REMARKS).map(cellsOf);
    const markets = new Set(options.markets.map((country) => country.toUpperCase()));
    const isRival = options.competitors.length === 0 ? null : rivalFinder(options.competitors, options.legal_forms);
    const unlikely = unlikelyReader(options);
    const inTitle = cellMemo(memo((text) => {
      const is = level(text);
      return (DECIDING.has(is) ? DECIDES : is === 'junior' ? STUDENT : 0) | (unlikely(text) & JOB_SEEKER);
    }));
    const inText = cellMemo(memo(unlikely));

    return (lead, find) => {
      let signs = 0;
      let untitled = true;
      for (const cell of titles(lead)) {
        if (cell.isEmpty) continue;
        untitled = false;
        const says = inTitle(cell);
        if ((says & DECIDES) !== 0 && (signs & DECIDES) === 0) find('decision-maker', cell);
        signs |= says;
      }
      const email = firstEmail(lead);
      if (email !== undefined && isBusiness(lead)) find('business-email', email);
      for (const question of asked) {
        const cell = firstThat(lead, question);
        if (cell !== undefined) find(question.field, cell);
      }
      if (markets.size > 0 && lead.country !== '' && !markets.has(lead.country)) find('out-of-market', 'country');
      if (isRival !== null && isRival(lead.value('email'), lead.value('website'), lead.value('company'))) find('competitor', 'company');

      for (const cells of remarks) for (const cell of cells(lead)) if (!cell.isEmpty) signs |= inText(cell);
      if (email !== undefined && isStudents(email, untitled)) signs |= STUDENT;
      if (signs === 0) return;
      if ((signs & (STUDENT | DECIDES)) === STUDENT) find('student');
      if ((signs & JOB_SEEKER) !== 0) find('job-seeker');
      if ((signs & VENDOR) !== 0) find('vendor');
      if ((signs & WANTS_FREE) !== 0 && !lead.has('fit/budget')) find('wants-free');
    };
  },
};

const STUDENT = 1, JOB_SEEKER = 2, VENDOR = 4, WANTS_FREE = 8, DECIDES = 16;

/** Which of these a text speaks of, as a sum; most texts speak of none. */
function unlikelyReader(options: Options): (text: string) => number {
  const kinds = [
    [STUDENT, options.student, []], [JOB_SEEKER, options.job_seeker, options.no_job_seeker], [VENDOR, options.vendor, []], [WANTS_FREE, options.wants_free, []],
  ] as const;
  const finders = kinds.map(([kind, phrases, vetoes]) => [kind, phraseFinder(phrases, vetoes, options.negations)] as const);
  const any = phraseFinder(kinds.flatMap(([, phrases]) => phrases));
  return (text) => (any(text) ? finders.reduce((sum, [kind, says]) => (says(text) ? sum | kind : sum), 0) : 0);
}

const STUDENTS_HOST = /(?:^|\.)(?:stud|students?|studenti|studenten|etud?|etudiant|alumnos?|alunos?)\.[^@]*$/i;
const ACADEMIC_HOST = /\.(?:edu(?:\.[a-z]{2})?|ac\.[a-z]{2})$/i;

/** An address given to students; where no title is known any at a university, for it is mostly theirs. */
function isStudents(cell: Cell, untitled: boolean): boolean {
  const { ascii } = cell;
  if (ascii !== null && !mayBeAcademic(ascii)) return false;
  const host = cell.text.slice(cell.text.lastIndexOf('@') + 1);
  return STUDENTS_HOST.test(host) || (untitled && ACADEMIC_HOST.test(host));
}

function isBusiness(lead: Lead): boolean {
  for (const code of NOT_BUSINESS) if (lead.has(code)) return false;
  return true;
}
