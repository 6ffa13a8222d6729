import type { NextStep } from '../../../src-main/domain/next-step.ts';
import type { ContactWay } from '../../../src-main/domain/intake.ts';

const steps: Readonly<Record<NextStep['kind'], string>> = {
  'make-amends': 'Say what went wrong, and when instead',
  call: 'Make the call',
  'answer-request': 'Answer what was asked for',
  understand: 'Write what you understood',
  'read-back': 'Read it back to the customer',
  tell: 'Tell the customer',
  keep: 'Keep what is due today',
  'take-back': 'Get back what we lent',
  'chase-letter': 'Ask after the letter’s answer',
  'ask-estimate': 'Ask for a yes to the estimate',
  plan: 'Say what we plan',
  close: 'Close this claim',
};
const by: Readonly<Record<ContactWay, string>> = {
  phone: 'by phone',
  email: 'by email',
  visit: 'they come by',
};

/** The head of a claim's page, in English: what is owed, what to do next, and the way to every section. */
export const claimHeadEn = {
  steps,
  /** How a customer wants to be reached, said to staff. */
  by,
  due: (due: string) => `due ${due}`,
  onThisPage: 'On this page',
  emptyPart: (title: string) => `${title} (nothing yet)`,
};
