import type { LineAnswer, LineState } from '../../../src-main/domain/drawn-line.ts';
import { plural } from '../plural.ts';

const states: Readonly<Record<LineState, string>> = {
  holds: 'No service in person',
  'review-due': 'No service in person: to be looked at again',
  lifted: 'Lifted',
  expired: 'Over: its time has passed',
};
const answers: Readonly<Record<LineAnswer, string>> = { upheld: 'It stays', lifted: 'It ends now' };

/** What is lent to a customer, and what is done about threats, on the page of a claim, in English. */
export const careEn = {
  loaner: {
    title: 'Lent to them',
    none: 'Nothing is lent to them.',
    chip: (name: string, due: string) => `lent: ${name}, back ${due}`,
    chipLate: (name: string, due: string) => `late: ${name}, was due ${due}`,
    dueBack: (due: string) => `back by ${due}`,
    late: (due: string) => `Late: it was to be back by ${due}`,
    lentBy: (name: string, time: string) => `lent by ${name}, ${time}`,
    agreed: (who: string, way: string) => `${who} agreed: ${way}`,
    wentOut: (state: string) => `Went out: ${state}`,
    cameBack: (state: string) => `Came back: ${state}`,
    takenBy: (name: string, time: string) => `taken back by ${name}, ${time}`,
    back: 'Back',
    closedNote:
      'The claim is closed and this is still with the customer. It can be taken back here at any time.',
    closing: (name: string) => `Still with the customer: ${name}. The claim can be closed all the same.`,
    open: 'Lend something',
    formTitle: 'Lend something',
    note: 'What both look at now is not argued about later.',
    name: 'What is it?',
    serial: 'Serial number or label',
    state: 'In what state is it?',
    due: 'Back by when?',
    agreedBy: 'Who agreed to it?',
    lend: 'Lend it',
    takeBack: 'It came back',
    backState: 'In what state is it now?',
    take: 'Take it back',
  },
  line: {
    title: 'When somebody threatens us',
    none: 'Nothing of the kind was written down.',
    note: 'The claim goes on whatever is decided here: what they told us stays just as true.',
    chip: (until: string) => `no service in person until ${until}`,
    warning: 'Warning',
    happened: (time: string) => `happened ${time}`,
    writtenBy: (name: string, time: string) => `written by ${name}, ${time}`,
    warn: 'Write a warning',
    warnTitle: 'A warning',
    warnNote: 'For threats, said or done. Write it down after you told the customer that it has to stop.',
    what: 'What was said or done?',
    whatNote: 'As exactly as you remember it, without what you think of it',
    when: 'When?',
    notYet: 'That is still to come. Please check the date and time.',
    write: 'Write it down',
    waits: 'A supervisor decides whether the service in person ends.',
    draw: 'End the service in person …',
    drawTitle: 'End the service in person',
    drawNote: 'Only for threats, only after a warning, and only for a time. Letters and calls go on.',
    reason: 'Why?',
    reviewIn: 'Look at it again in',
    endsAfter: 'It ends by itself after',
    days: (count: number) => plural('en', count, { one: '# day', other: '# days' }),
    decide: 'End the service in person',
    states,
    because: (reason: string) => `Why: ${reason}`,
    decidedBy: (name: string, time: string) => `decided by ${name}, ${time}`,
    reviewBy: (time: string) => `to be looked at again by ${time}`,
    endsAt: (time: string) => `ends by itself ${time}`,
    endedAt: (time: string) => `ended by itself ${time}`,
    review: 'Look at it again',
    reviewTitle: 'Does it stay?',
    answers,
    answer: 'What is right now?',
    save: 'Decide it',
    reviewed: (name: string, time: string) => `looked at again by ${name}, ${time}`,
  },
};

/** The shape that every language's words about it have. */
export type CareMessages = typeof careEn;
