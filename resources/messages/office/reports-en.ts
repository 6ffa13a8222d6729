import { plural } from '../plural.ts';

/** The words of the reports, in English. `counted` is what `domain/report.ts` defines, said shortly. */
export const reportsEn = {
  title: 'Reports',
  asOf: (time: string) => `As of ${time}. Weeks begin on Monday.`,
  counting: 'Counting…',
  by: 'By',
  week: 'By week',
  month: 'By month',
  span: 'How far back',
  weeks: (count: number) => plural('en', count, { one: 'This week', other: 'The last # weeks' }),
  months: (count: number) => plural('en', count, { one: 'This month', other: 'The last # months' }),
  whose: 'Whose figures',
  store: 'The whole store',
  me: (name: string) => `${name} (you)`,
  left: (name: string) => `${name} (left)`,
  yours: 'These are your own figures. Nobody but you and the supervisors can see them.',
  table: 'As a table',
  chart: 'As a chart',
  save: 'Save as CSV…',
  saveHere: 'Save',
  noSave: 'Do not save',
  howCounted: 'How this is counted',
  printDay: 'Print today’s report',
  printed: 'Today’s report is on its way to the printer.',
  wholeSpan: 'All together',
  none: 'none',
  inMinutes: (name: string) => `${name}, in minutes`,
  worthIn: (currency: string) => `Worth in ${currency}`,
  columns: {
    period: 'From',
    face: 'Feeling',
    item: 'Item',
    serial: 'Serial number',
    kept: 'Kept',
    broken: 'Broken',
    renegotiated: 'Agreed anew',
    share: 'Kept, per cent',
    updates: 'First updates',
    closed: 'Closed',
    median: 'Half within',
    p90: 'Nine of ten within',
    'at-start': 'When they came',
    'at-end': 'When it was closed',
    proposed: 'Proposed again',
    failed: 'Failed again',
    helped: 'Helped',
    times: 'Times',
    given: 'Given',
    refused: 'Refused',
    issue: 'Known issue',
    joined: 'Claims that joined',
    'to-one': 'To somebody by name',
    'to-everyone': 'To everyone',
  },
  untried: 'Not tried yet',
  otherIssues: 'All other issues',
  reports: {
    promises: {
      name: 'Promises kept',
      finding: (kept: number, all: number) =>
        plural('en', all, {
          one: kept === 1 ? 'The one promise was kept.' : 'The one promise was not kept.',
          other: `${kept} of # promises were kept.`,
        }),
      empty:
        'No promise was settled in this time. Each one that is kept, broken or agreed anew is counted here.',
      aside: (open: number) =>
        plural('en', open, { one: '# more is not due yet.', other: '# more are not due yet.' }),
      counted:
        'A promise counts when it was kept, when the customer agreed to another one, or when its time passed without either: then it is broken, whenever somebody deals with it. A person’s promises are those that they own; what the kiosk promises in the store’s name is nobody’s in particular.',
    },
    'first-update': {
      name: 'Time to the first update',
      finding: (half: string, most: string) =>
        `Half of the customers heard from us within ${half}, nine of ten within ${most}.`,
      empty:
        'No customer heard from us for the first time in this time. The first update of each claim is counted here.',
      aside: (waiting: number) =>
        plural('en', waiting, {
          one: '# customer has heard nothing yet.',
          other: '# customers have heard nothing yet.',
        }),
      counted:
        'From the taking of a claim to the first that its customer heard: an update that was kept, another promise agreed with them, or a call that was noted. It counts when that was, for whoever did it. “Half within” is the median, which one very long wait does not change.',
    },
    resolution: {
      name: 'Time to resolution',
      finding: (half: string, most: string) =>
        `Half of the claims were closed within ${half}, nine of ten within ${most}.`,
      empty: 'No claim was closed in this time. Each one that is closed is counted here.',
      aside: (open: number) =>
        plural('en', open, { one: '# claim is open now.', other: '# claims are open now.' }),
      counted:
        'From the taking of a claim to its closing, when and for whom it was closed. One that was opened again counts once it is closed again. Claims that are open are not in it; of a person they are those that they hold.',
    },
    feelings: {
      name: 'Feelings at the start and at the end',
      finding: (start: number, end: number, both: number) =>
        plural('en', both, {
          one: `Of # customer, upset or furious: ${start} on coming, ${end} at the end.`,
          other: `Of # customers, ${start} came upset or furious, and ${end} left so.`,
        }),
      empty:
        'No customer has said yet, at both ends of a claim that was closed in this time, how they feel. Those who do are counted here.',
      aside: (unsaid: number) =>
        plural('en', unsaid, {
          one: 'On # closed claim they did not say it at both ends.',
          other: 'On # closed claims they did not say it at both ends.',
        }),
      counted:
        'Claims closed in this time, by whoever closed them, on which the customer showed a face both when they came and later; of the later ones the last. It is the customer’s own word, never a score that staff give.',
    },
    repeats: {
      name: 'Repeated failures',
      finding: (proposed: number, failed: number) =>
        plural('en', proposed, {
          one: `# step was proposed again after it had failed; failed again: ${failed}.`,
          other: `# steps were proposed again after they had failed; ${failed} of them failed again.`,
        }),
      empty:
        'No step was proposed again after it had failed. Each one that is, with its reason, is counted here.',
      counted:
        'Steps that staff proposed although the same step had failed on that claim or on the same serial number, when and by whom they were proposed. Each of them has a reason on its claim.',
    },
    'repeated-items': {
      name: 'Where steps are repeated most',
      finding: (items: number) =>
        plural('en', items, {
          one: 'It happened on # thing.',
          other: 'It happened on # different things.',
        }),
      empty:
        'Things on which a step was proposed again after it had failed stand here, the most repeated first.',
      counted:
        'The repeated steps of this time by serial number, and by the item’s name where there is none; ten at most. Items are named as customers named them.',
    },
    goodwill: {
      name: 'Goodwill',
      finding: (given: number, worth: string) =>
        plural('en', given, {
          one: `Given # time, worth ${worth}.`,
          other: `Given # times, worth ${worth} together.`,
        }),
      onlyRefused: 'Nothing was given, and something was refused.',
      empty: 'Nothing was given or refused in this time. Each decision is counted here.',
      counted:
        'What was given of our own accord, and what was refused, when and by whom it was decided. Currencies are never added up. A gift without a value counts as a time and adds nothing to the sum.',
    },
    'known-issues': {
      name: 'Known issues',
      finding: (all: number, title: string, most: number) =>
        plural('en', all, {
          one: `# claim joined a known issue: “${title}”.`,
          other: `# claims joined known issues, ${most} of them “${title}”.`,
        }),
      empty: 'No claim joined a known issue in this time. Each one that does is counted here.',
      counted:
        'Claims that joined a known issue and did not leave it, when and by whom they were joined. A claim that joined two issues counts for both.',
    },
    praise: {
      name: 'Thank you',
      finding: (count: number) =>
        plural('en', count, {
          one: 'Customers said thank you once.',
          other: 'Customers said thank you # times.',
        }),
      empty: 'Nobody said thank you at the kiosk in this time. Each time somebody does is counted here.',
      counted:
        'Thanks that customers gave at the kiosk, when they gave them. A person’s are those to them by name, which only they and the supervisors see; those to everyone are the whole store’s.',
    },
  },
};

/** The shape that every language's reports have. */
export type ReportMessages = typeof reportsEn;
