import type { ClaimStatus } from '../../src-main/domain/claim-life.ts';
import type { GoodwillKind } from '../../src-main/domain/goodwill.ts';
import type { PromiseState } from '../../src-main/domain/promise.ts';

const statuses: Readonly<Record<ClaimStatus, string>> = {
  new: 'We have your words. The work has not begun yet.',
  'in-work': 'We are working on it.',
  'waiting-customer': 'We are waiting for an answer from you.',
  'waiting-supplier': 'We are waiting for a part or for the maker.',
  closed: 'This claim is closed.',
};
const promises: Readonly<Record<PromiseState, string>> = {
  open: 'Not due yet',
  kept: 'We kept it',
  broken: 'We broke it. That is our mistake.',
  renegotiated: 'Changed, as you agreed',
};
const goodwill: Readonly<Record<GoodwillKind, string>> = {
  refund: 'Money back',
  discount: 'A lower price',
  voucher: 'A voucher',
  replacement: 'A replacement',
  'free-repair': 'A repair at no charge',
  gift: 'A gift',
};

/** The words of the kiosk's two other doors, in English. */
export const doorsEn = {
  check: {
    open: 'Check on my claim',
    title: 'Check on my claim',
    note: 'Scan the code on your ticket, or type what stands on it.',
    number: 'Claim number',
    numberHint: 'For example: HEL 1042 K',
    secret: 'Secret',
    secretHint: 'Six signs, at the end of your ticket',
    show: 'Show my claim',
    looking: 'Looking…',
    wrong:
      'We found no ticket with this number and this secret. Please compare both with your ticket once more.',
    locked: 'A few tries did not match, so the next one takes a moment.',
    strange: 'That was not one of our tickets. You can type the number and the secret instead.',
    wait: (time: string) =>
      `Your claim is safe. The next try is in ${time}. Anyone at the counter can help, too.`,
    failed: 'We cannot look right now. Your claim is safe. Please ask anyone at the counter.',
  },
  status: {
    title: 'Your claim',
    statuses,
    itemIs: 'About',
    nextUpdate: 'You hear from us by',
    told: 'What you told us',
    statement: (place: number) => `What you told us, ${place}`,
    promised: 'What we promised',
    promises,
    expect: 'What else to expect',
    cost: 'What it costs',
    costNothing: 'Parts and labour: only after your yes. Finding the cause: no charge.',
    costOpen: (limit: string) => `Parts and labour: at most ${limit}, only after your yes.`,
    costYes: (limit: string) => `Parts and labour: at most ${limit}, after your yes.`,
    costNo: (limit: string) =>
      `Parts and labour: you said no to ${limit}, so we go no further without your yes.`,
    charged: (sum: string) => `Charged until now: ${sum}.`,
    goodwill: 'What we gave',
    goodwillKinds: goodwill,
    worth: (amount: string) => `worth ${amount}`,
    add: 'Add something',
    added: 'Added, exactly as you wrote it. The people who work on your claim see it now.',
    closed: 'If it is not right for you, tell any of us, or tell us anew at this screen.',
  },
  more: {
    title: 'What would you like to add?',
    field: 'Your words',
    add: 'Add it to my claim',
    adding: 'Keeping your words…',
    gone: 'Your claim is not open here any more. Your words are still on this screen; show your ticket once more, or call a clerk.',
    closed: 'Your claim was closed meanwhile. Your words are still on this screen; please call a clerk.',
    often: (time: string) =>
      `That was a lot at once. Your words are still on this screen; please try again in ${time}.`,
  },
  praise: {
    open: 'Say thank you',
    title: 'Who would you like to thank?',
    group: 'Who would you like to thank?',
    everyone: 'Everyone',
    words: 'In your own words (if you like)',
    send: 'Send my thanks',
    sending: 'Keeping your thanks…',
    often: (time: string) => `So many thanks at once. Please wait ${time}, and we gladly take the next one.`,
    failed: 'We could not keep it just now. It is still on this screen. Please try again, or just say it.',
  },
  praised: {
    title: 'Thank you.',
    person: (name: string) => `${name} will read it on their own screen.`,
    everyone: 'Everyone here will read it on their own screen.',
  },
};

/** The shape that every language's doors have. */
export type DoorMessages = typeof doorsEn;
