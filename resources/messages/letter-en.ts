import type { Outcome } from '../../src-main/domain/intake.ts';
import type { PromiseState } from '../../src-main/domain/promise.ts';
import { plural } from './plural.ts';

const outcomes: Readonly<Record<Outcome, string>> = {
  no: 'did not help',
  'a-little': 'helped a little',
  yes: 'helped',
};
const promises: Readonly<Record<PromiseState, string>> = {
  open: 'still open',
  kept: 'kept',
  broken: 'broken',
  renegotiated: 'another date was agreed with the customer',
};

/** What a letter to whoever can decide says, in English. */
export const letterEn = {
  reference: (number: string) => `Claim ${number}`,
  subject: (item: string) =>
    item === '' ? 'A customer needs your decision' : `${item}: a customer needs your decision`,
  headings: {
    words: 'In the customer’s own words',
    understanding: 'As we understood it',
    tried: 'What was tried',
    promised: 'What we promised',
    wrongs: 'What we got wrong ourselves',
    costs: 'What it cost, and what we gave',
    similar: 'Others told us this too',
    asked: 'What we ask of you',
  },
  prose: {
    opening: (name: string) =>
      `Dear ${name},\n\nWe write on behalf of a customer who brought us the matter below. It is beyond what we can decide ourselves, so we bring it to you, with all that you need in order to decide.`,
    words: 'This is what they told us. Nothing of it was changed or left out.',
    understanding: 'We read back to them how we understood it, and they said: yes, that is it.',
    tried: 'All of this was done already. Please ask nobody to do it again.',
    promised: 'We told them “We will …”. This is what we promised, and what became of it.',
    wrongs: 'Not all of it is yours to put right. This was our own mistake.',
    costs: 'Until today. Looking for the cause is never charged.',
    similar: 'They are not the only ones. What others said is quoted without their names.',
    asked: 'We ask you for this:',
    closing: 'The customer gets a copy of this letter. Thank you for your time.\n\nYours sincerely,',
  },
  toWhom: 'Sir or Madam',
  serial: (serial: string) => `serial number ${serial}`,
  saidOn: (day: string) => `said on ${day}`,
  writtenDown: 'written down word for word by one of us',
  wish: 'What would make it right for them',
  confirmedOn: (day: string) => `confirmed on ${day}`,
  byCustomer: 'tried by the customer',
  byUs: (day: string) => `tried by us on ${day}`,
  proposed: (day: string) => `proposed by us on ${day}, not tried yet`,
  outcomes,
  due: (day: string) => `promised for ${day}`,
  promises,
  overdue: 'broken: its time has passed',
  wrongOn: (day: string) => `on record since ${day}`,
  part: 'part',
  labour: 'labour',
  research: (minutes: number) =>
    plural('en', minutes, {
      one: 'Looking for the cause: # minute',
      other: 'Looking for the cause: # minutes',
    }),
  noCharge: 'no charge',
  gave: (worth: string) => `given to the customer, worth ${worth}`,
  givenFree: 'given to the customer',
  claimOf: (number: string, day: string) => `Claim ${number} of ${day}`,
  endings: {
    accepted: 'ended with the customer’s agreement',
    'no-agreement': 'ended without agreement',
    open: 'still open',
  },
  answerBy: (day: string) => `Please answer by ${day}.`,
  copy: {
    mark: 'Your copy',
    note: 'We wrote this letter for you. You did not have to write a word of it. It is yours to keep.',
    similar:
      'Other customers’ cases are named in the letter itself; they are theirs, so they are not in your copy.',
  },
};

/** The shape that every language's letter has. */
export type LetterMessages = typeof letterEn;
