import type {
  EscalationOutcome,
  EscalationState,
  LetterSectionName,
  SendWay,
} from '../../../src-main/domain/escalation.ts';
import type { PaperSize } from '../../../src-main/domain/paper-size.ts';
import { plural } from '../plural.ts';

const states: Readonly<Record<EscalationState, string>> = {
  draft: 'Draft',
  sent: 'Sent, waiting for the answer',
  answered: 'Answered',
  withdrawn: 'Taken back',
};
const ways: Readonly<Record<SendWay, string>> = {
  post: 'By post',
  email: 'By email',
  hand: 'Handed over',
};
const outcomes: Readonly<Record<EscalationOutcome, string>> = {
  granted: 'They grant it',
  partly: 'They grant a part of it',
  refused: 'They refuse',
};
const sections: Readonly<Record<LetterSectionName, string>> = {
  opening: 'How it begins',
  words: 'Before the customer’s words',
  understanding: 'Before our understanding',
  tried: 'Before what was tried',
  promised: 'Before what we promised',
  wrongs: 'Before what we got wrong',
  costs: 'Before costs and goodwill',
  similar: 'Before the others’ cases',
  asked: 'Before what we ask for',
  closing: 'How it ends',
};
const papers: Readonly<Record<PaperSize, string>> = { a4: 'A4', letter: 'US Letter' };

/** The words of letters to whoever can decide, in English. */
export const escalationEn = {
  title: 'Escalation',
  none: 'Where it is beyond us, the app writes the letter to whoever can decide. The customer never has to.',
  write: 'Write a letter',
  states,
  to: (who: string) => `To ${who}`,
  answerDue: (day: string) => `answer due ${day}`,
  late: (day: string) => `answer late since ${day}`,
  open: 'Open the letter',
  openTo: (who: string) => `Open the letter to ${who}`,
  toClaim: 'Back to the claim',
  letterTitle: 'The letter',
  newTitle: 'A letter to whoever can decide',
  note: 'The customer’s words, what was tried, promised and given are put in as they are on record. You write around them.',
  name: 'Name',
  nameNote: 'A person, if you know one',
  organisation: 'Organisation',
  organisationNote: 'For example the manufacturer, a supplier, the head office',
  address: 'Address or email',
  addressNote: 'It is left out of the customer’s copy.',
  toNeeded: 'A name or an organisation is needed.',
  asked: 'What do we ask for?',
  askedNote: 'One or two sentences, in the language of the letter',
  due: 'Answer by',
  language: 'Language of the letter',
  similar: 'Others told us this too. Which of them belong into the letter?',
  similarNote: 'Their number and the beginning of their words go with it, never a name or how to reach them.',
  noSimilar: 'Nobody told us anything like it yet.',
  make: 'Write it',
  details: 'To whom, and what for',
  edit: 'The words around the records',
  editNote:
    'What is on record stands between them and cannot be edited here. An empty line begins a new paragraph.',
  sections,
  recordFixed: 'On record, as it stands in the letter',
  keep: 'Keep this version',
  version: (version: number) => `version ${version}`,
  pages: 'How it looks on paper',
  pagesMaking: 'The pages are being made.',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  paper: 'Paper',
  papers,
  which: 'Which one',
  whose: { letter: 'The letter', copy: 'The customer’s copy' },
  save: 'Save as PDF',
  takeOut: 'Take it out as a PDF',
  send: 'It was sent',
  sendTitle: 'How did it leave?',
  sendNote: 'From then on it cannot be edited, and the claim waits for the answer.',
  ways,
  sendIt: 'It is on its way',
  answer: 'An answer came',
  answerTitle: 'What did they answer?',
  answerText: 'Their answer',
  outcome: 'What comes of it?',
  outcomes,
  answerIt: 'Keep the answer',
  withdraw: 'Take it back',
  withdrawTitle: 'Why is it taken back?',
  withdrawReason: 'The reason',
  large: 'Read it large',
  largePage: (page: number) => `Read page ${page} large`,
  /** How many cases of others go with it. */
  chosen: (count: number) => plural('en', count, { one: '# case', other: '# cases' }),
  writers: {
    title: 'Two of you write this letter',
    newer: (who: string, clock: string) =>
      `${who} changed this letter at ${clock}. What you typed is kept in its fields, and their text stands below each.`,
    takeTheirs: 'Take theirs',
    keepMine: 'Keep mine',
    wrote: (who: string) => `${who} wrote`,
    aside: 'Their text stands. Yours is put aside for as long as you are on this page.',
    putBack: 'Put mine back',
    unkept: 'What you typed',
    unkeptNote:
      'The letter went on meanwhile, so this was not kept. It stands here for as long as you are on this page.',
  },
  withdrawnBecause: (reason: string) => `Taken back: ${reason}`,
};

/** The shape that every language's words of letters have. */
export type EscalationMessages = typeof escalationEn;
