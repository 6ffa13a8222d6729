import type { DiscardReason } from '../../../src-main/domain/my-day.ts';
import { plural } from '../plural.ts';

const reasons: Readonly<Record<DiscardReason, string>> = {
  'customer-asked': 'The customer asked us to',
  'told-otherwise': 'It was told in another way: on a claim, or at the counter',
  'no-story': 'It is no story: somebody only tried the keys',
};

/** The words of one's own screen, in English. */
export const myDayEn = {
  unseen: (count: number) =>
    plural('en', count, { one: '# thing you have not seen', other: '# things you have not seen' }),
  praise: {
    title: 'Thank you',
    none: 'What customers say thank you for appears here, in their own words. So does what they say to everyone.',
    fresh: 'new',
    you: 'To you',
    everyone: 'To everyone',
    wordless: 'They said thank you, without more words.',
    words: (place: number) => `Thanks, ${place}`,
  },
  handedOver: {
    title: 'Handed over to you',
    none: 'Nothing waits for you. What a colleague hands to you appears here, with their line.',
    from: (name: string) => `from ${name}`,
    open: (number: string) => `Open ${number}`,
    wordless: 'Without a line.',
  },
  hard: {
    title: 'Hard conversations today',
    note: 'Claims of upset or furious customers that somebody dealt with today. It is here so that nobody carries too many.',
    carried: (count: number) => plural('en', count, { one: '# today', other: '# today' }),
    nobody: 'Nobody carried one today.',
    nobodyElse: 'Nobody else carried one today.',
    yours: 'With you now',
    handOver: 'Hand over',
    handOverOf: (number: string) => `Hand over ${number}`,
    to: 'To whom?',
    line: 'A line for them (if you like)',
    handedTo: (name: string) => `It is with ${name} now, with everything that is on it.`,
  },
  unfinished: {
    title: 'Left unfinished at the kiosk',
    none: 'What a customer wrote and left behind appears here for 24 hours, then it is deleted.',
    note: 'They were told that staff can find this for 24 hours. That you open it is on record.',
    open: 'Read it',
    openOf: (time: string, place: number) => `Read it: ${place}, left ${time}`,
    words: 'Left behind',
    quote: 'What the customer wrote',
    back: 'Back to my day',
    goOn: 'Continue with the customer',
    goOnNote: 'The kiosk opens with these words, and the customer decides what becomes of them.',
    discard: 'Discard',
    discardTitle: 'Why are these words discarded?',
    reasons,
    discardIt: 'Discard for good',
    discarded: 'The words are gone for good.',
  },
};

/** The shape that every language's own screen has. */
export type MyDayMessages = typeof myDayEn;
