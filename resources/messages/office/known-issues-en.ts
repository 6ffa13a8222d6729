import type { KnownState, ToldWay } from '../../../src-main/domain/known-issue.ts';
import { plural } from '../plural.ts';

const states: Readonly<Record<KnownState, string>> = {
  suspected: 'Suspected',
  confirmed: 'Confirmed by the maker',
  'cause-found': 'Cause found',
  fixed: 'Fixed',
  closed: 'Closed',
};
/** What customers are told, unless a supervisor writes something better. */
const lines: Readonly<Record<KnownState, string>> = {
  suspected: 'what causes it. We know of this fault; the maker has not confirmed it.',
  confirmed: 'how it will be put right. We know of this fault; the maker has confirmed it.',
  'cause-found': 'when the remedy will be here. The cause of this fault was found.',
  fixed: 'to put this fault right for you. There is a remedy for it now.',
  closed: 'what happens next. We no longer follow this fault.',
};
const told: Readonly<Record<ToldWay, string>> = {
  phone: 'by phone',
  email: 'by email',
  counter: 'at the counter',
};

/** The words of known issues, in English. */
export const knownIssuesEn = {
  title: 'Known issues',
  note: 'One story is a case. Many alike are a pattern, and worth taking to the maker.',
  which: 'Which known issues',
  current: 'Current',
  closed: 'Closed',
  none: 'No known issue yet. When several customers tell of the same fault, start one on the page of a claim, and it stands here.',
  noneClosed: 'No known issue is closed. One that is no longer followed stands here.',
  more: 'Show more',
  states,
  lines,
  claims: (count: number) => plural('en', count, { one: '# claim', other: '# claims' }),
  recent: (count: number) => `${count} in the last 30 days`,
  since: (day: string) => `since ${day}`,
  untold: (count: number) => plural('en', count, { one: '# customer to tell', other: '# customers to tell' }),
  chart: 'Claims by week',
  chartSays: (weeks: number, claims: number, most: number) =>
    `Claims by week, the last ${weeks} weeks: ${claims} in all, at most ${most} in one week.`,
  about: 'What it is about',
  description: 'What we see',
  items: 'Items: makes, models, batches',
  openedBy: (name: string, day: string) => `opened by ${name}, ${day}`,
  back: 'Back to the known issues',
  backToIssue: 'Back to the known issue',
  line: {
    title: 'What customers are told',
    note: 'It stands on the next slip of every open claim that joined, in the customer’s language.',
    notSaid: 'The issue is closed, so slips no longer say it.',
    inLanguage: (language: string) => `The line in ${language}`,
    kind: 'Which kind of line?',
  },
  change: {
    open: 'Change',
    title: 'Change the known issue',
    state: 'Where it stands',
    name: 'A short name',
    ours: 'Use the house’s words for this state',
  },
  history: { title: 'How far we are' },
  joined: {
    title: 'Claims',
    none: 'No claim is of it. Claims join on their own page.',
    open: (number: string) => `Open claim ${number}`,
  },
  tell: {
    title: 'Customers to tell',
    early: 'Once the cause is found, the customers who can be reached stand here, to be told one by one.',
    left: (count: number) =>
      plural('en', count, {
        one: 'The cause is found, and # customer does not know it yet.',
        other: 'The cause is found, and # customers do not know it yet.',
      }),
    everybody: 'Everybody who can be reached knows it.',
    whom: 'Which customers',
    notTold: 'Not told yet',
    toldOnes: 'Told',
    nobodyTold: 'Nobody is told yet. Whoever is ticked stands here, with how and when.',
    nameless: 'No name given',
    were: 'They were told',
    tick: (name: string) => `They were told: ${name}`,
    how: 'How were they told?',
    ways: told,
    wasTold: (how: string, name: string, time: string) => `told ${how}, by ${name}, ${time}`,
    undo: 'Not told after all',
    undoOf: (name: string) => `Not told after all: ${name}`,
  },
  pack: {
    title: 'Evidence for the maker',
    note: 'Counts, dates, items, serial numbers and the customers’ words, without names and contact data. Names, phone numbers and email addresses that we know stand as […]. Please read it once before it leaves the house.',
    supervisors: 'A supervisor can take the evidence out.',
    language: 'Language of the reader',
    format: 'As',
    pdf: 'Pages to read (PDF)',
    csv: 'A table for spreadsheets (CSV)',
    paper: 'Paper',
    a4: 'A4 sheets',
    letter: 'US Letter sheets',
    make: 'Take it out',
    fileName: 'Evidence',
    heading: 'Evidence of a known fault',
    from: (store: string, time: string) => `From ${store}, ${time}`,
    figures: 'In figures',
    first: 'First told',
    last: 'Last told',
    recent: 'In the last 30 days',
    all: 'Customers who told of it',
    stories: 'In their words',
    masked:
      'The words are the customers’ own, unchanged. Names and contact data are left out, and where they stood in the words there is […].',
    newest: (shown: number, all: number) =>
      `Here are the newest ${shown} of ${all} stories. The table (CSV) has them all.`,
    atStart: 'How they felt when they came',
    columns: {
      number: 'Claim',
      takenAt: 'Told at',
      language: 'Language',
      item: 'Item',
      serial: 'Serial number',
      words: 'In the customer’s words',
      feeling: 'Felt at the start',
      tried: 'What was tried',
      outcome: 'Outcome',
    },
  },
  onClaim: {
    title: 'Known issue',
    none: 'This claim is of no known issue.',
    suggested: 'Perhaps it is this one:',
    similar: (count: number) =>
      plural('en', count, { one: '# similar claim is of it', other: '# similar claims are of it' }),
    join: 'Join',
    joinOne: (title: string) => `Join: ${title}`,
    joined: 'The next slip says so.',
    leave: 'Leave',
    leaveOne: (title: string) => `Leave: ${title}`,
    left: (title: string) => `The claim left “${title}”.`,
    undo: 'Undo',
    start: 'Start a new one',
    startTitle: 'A new known issue',
    startNote: 'It begins as suspected. This claim joins it, and so do the similar ones that are ticked.',
    others: 'Which of these are the same?',
    searching: 'Similar claims are being looked up. They can join later, on their own page.',
    begin: 'Start it',
  },
};

/** The shape that every language's known issues have. */
export type KnownIssuesMessages = typeof knownIssuesEn;
