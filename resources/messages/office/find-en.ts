import { plural } from '../plural.ts';

/** The words of finding claims, in English. */
export const findEn = {
  label: 'Find a claim',
  placeholder: 'A word, a name, a phone number …',
  close: 'Close the search',
  back: 'Back to what was found',
  hintsTitle: 'Anything that is on a claim finds it',
  hints: [
    'Words the customer used, or the beginning of one',
    'What it is, or its serial number',
    'Whose it is, or a few digits of the phone',
    'The claim number, or the ticket held under a scanner: the claim opens at once',
  ],
  keys: 'On a keyboard: / comes here, Enter puts the best first, Esc goes back.',
  newest: (count: number) =>
    plural('en', count, { one: 'One claim was found', other: '# claims, the newest first' }),
  best: (count: number) =>
    plural('en', count, { one: 'One claim was found', other: '# claims, the best first' }),
  more: 'There are more. One more word narrows them down.',
  none: (sought: string) => `Nothing was found for “\u2068${sought}\u2069”`,
  noneHints: [
    'Fewer words find more: all of them have to be on the claim.',
    'The customer may have said it in another word, or in another language.',
    'Of a phone number or a serial number, three characters in a row are enough.',
  ],
  noneNumber: (number: string) =>
    `No claim here has the number ${number}. The ticket may be from another store.`,
  telling: 'Name on the claim',
  phone: 'Phone',
  serial: 'Serial number',
  counts: 'How many claims stand where on the board',
};

/** The shape that every language's words of finding have. */
export type FindMessages = typeof findEn;
