import type { FeelingGiven } from '../../src-main/domain/intake.ts';

/** What staff of the demo store write; what customers read is in both languages of the slips. */
export const PHRASES = {
  calls: [
    'Told them where we are. They were glad to hear from us.',
    'Nobody answered; left a message with the number.',
    'Told them that the part is on its way.',
  ],
  handOvers: [
    'They have told it twice already. Everything is on the page.',
    'A hard one; they are upset, and right.',
    'You know this machine better than I do.',
  ],
  research: ['Took it apart and looked.', 'Read the maker’s bulletin.', 'Let it run on the bench.'],
  repair: {
    en: 'repair it, or tell you honestly that we cannot.',
    ar: 'إصلاحه، أو إخباركم بصدق بأننا لا نستطيع.',
  },
  callToday: { en: 'call you about what we found.', ar: 'الاتصال بكم لإخباركم بما وجدناه.' },
  apology: {
    en: 'We said it would be ready and did not order the part in time. That was our mistake.',
    ar: 'قلنا إنه سيكون جاهزًا ولم نطلب القطعة في وقتها. هذا خطؤنا.',
  },
  again: 'The serial number had it before, and the part is another one now.',
  discount: 'A part of the repair',
  ourMistake: 'We were late, and they had to come twice.',
  labour: 'Repair',
  refund: 'The whole price',
  noFault: 'It works on the bench and is two years old.',
  disagreements: [
    'They want the whole price back; we offered the repair.',
    'They take it to the maker themselves.',
  ],
  relieved: [
    { face: 'calm', words: 'Thank you for telling me the truth.' },
    { face: 'calm', words: '' },
    null,
    { face: 'disappointed', words: 'It took long.' },
  ],
  unhappy: [{ face: 'upset', words: '' }, { face: 'disappointed', words: 'I will not come back.' }, null],
} as const satisfies {
  readonly relieved: readonly (FeelingGiven | null)[];
  readonly unhappy: readonly (FeelingGiven | null)[];
  readonly [name: string]: unknown;
};

/** What stands on what goes beyond the repair. */
export const EXTRAS = {
  loaners: [
    { name: 'Drip coffee machine', serial: 'L-04', state: 'A scratch on the lid' },
    { name: 'Kettle', serial: 'L-11', state: 'Like new' },
    { name: 'Phone with charger', serial: 'L-07', state: 'The edge is worn' },
  ],
  loanerBack: 'As it went out, and clean',
  deciders: [
    { name: 'Ms Fischer', organisation: 'Lumo Appliances', address: 'service@lumo.example' },
    { name: '', organisation: 'Head office, customer care', address: 'care@harbour.example' },
  ],
  asked: [
    'Replace the machine: it came back twice with the same fault.',
    'Pay for the damage that the fault did to the worktop.',
  ],
  withdrawn: 'The supplier found the part after all.',
  answers: {
    granted: 'A new one is on its way.',
    partly: 'We pay for the part, and not for the labour.',
    refused: 'The warranty ended in March.',
  },
  threat: 'He said that he knows when we close, and hit the counter.',
  lineDrawn: 'A threat, after he was asked twice to stop. Letters and calls go on.',
  issue: 'Lumo Bar 2 leaks from below when hot',
  issueSeen:
    'Water comes out from under the boiler once it is hot. Descaling does not help; a new gasket does.',
  thanks: {
    en: ['Thank you for listening to all of it.', 'You rang when you said you would.', ''],
    ar: ['شكرًا لأنكم استمعتم إليّ حتى النهاية.', ''],
  },
} as const;
