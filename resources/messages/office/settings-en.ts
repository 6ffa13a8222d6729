import { plural } from '../plural.ts';

/** The words of the screen "Settings", in English. */
export const settingsEn = {
  note: 'What is saved here counts at once. Every change is on record with your name.',
  groups: { place: 'The store and the kiosk', time: 'Promises and time', words: 'What we say and give' },
  sections: {
    store: { title: 'Store', note: 'This stands on tickets and on the kiosk.' },
    hours: {
      title: 'Opening hours',
      note: 'When somebody is there to keep a promise. No promise can be given for a time outside of them.',
    },
    holidays: {
      title: 'Holidays',
      note: 'Days on which nobody works, of one year or of every year. Promises step over them, as over closed weekdays.',
    },
    nextUpdate: {
      title: 'Next update',
      note: 'Every claim promises news from its first second. This is by when, at the latest.',
    },
    warnings: {
      title: 'Warnings',
      note: 'A promise that is about to break makes itself seen on the board before it does.',
    },
    expectations: {
      title: 'What to expect',
      note: 'What every new claim’s ticket says under “What happens next”. The next update always stands first.',
    },
    itemKinds: {
      title: 'What to expect, by kind of item',
      note: 'Other lines for some items, by what the customer calls the thing. The first kind that fits counts; whatever fits none has the lines for everything.',
    },
    goodwill: {
      title: 'Goodwill limits',
      note: 'The most that each role gives on its own. Above it, a supervisor approves with their own PIN.',
    },
    languages: { title: 'Languages', note: 'What customers can choose on the welcome screen.' },
    retention: {
      title: 'How long we keep what',
      note: 'What is no longer needed goes by itself, every night. What a customer asks for goes at once.',
    },
    idle: {
      title: 'When nobody is there',
      note: 'How long the screen waits for a touch before it asks, and then clears itself for the next person.',
    },
  },
  unsaved: 'Not saved yet',
  unsavedNote: 'These changes are not saved yet. They wait here for you until you save or discard them.',
  discard: 'Discard changes',
  reset: 'Reset to defaults',
  isDefault: 'These are the defaults.',
  isDefaultUnsaved: 'These are the defaults. They are not saved yet.',
  undo: 'Undo',
  unfit: 'Something here cannot be saved yet. Each place says what it needs.',
  outOf: (min: string, max: string) => `It has to be a whole number from ${min} to ${max}.`,
  remove: 'Remove',
  hours: {
    openOn: (day: string) => `Open on ${day}`,
    from: (day: string) => `${day}: opens at`,
    to: (day: string) => `${day}: closes at`,
    closed: 'Closed',
    backwards: 'Closing has to be later than opening.',
    never: 'A store is open on one day of the week at least.',
    days: (first: string, last: string) => `${first} to ${last}`,
    openDays: (days: string, opens: string, closes: string) => `${days}: ${opens} to ${closes}`,
    closedDays: (days: string) => `${days}: closed`,
  },
  holidays: {
    none: 'No holidays yet. Days that you add stand here.',
    date: 'Date',
    comes: 'When does it come?',
    once: 'Only on this date',
    yearly: 'Every year on this day',
    everyYear: 'every year',
    leapYears: 'in leap years',
    tooMany: (most: number) =>
      plural('en', most, {
        one: 'At most # day comes every year.',
        other: 'At most # days come every year.',
      }),
    add: 'Add this day',
    needed: 'Please choose a date.',
    twice: 'That day is on the list already.',
    removeOne: (date: string) => `Remove ${date}`,
    count: (count: number, next: string) =>
      plural('en', count, { one: `# day, next: ${next}`, other: `# days, next: ${next}` }),
    allPast: (count: number) =>
      plural('en', count, { one: '# day, already past', other: '# days, all of them past' }),
  },
  nextUpdate: {
    days: 'Working days after the day of the claim',
    daysNote: '0 to 30. With 0 it is the same day, while the hour has not passed.',
    time: 'By this time of day',
    timeNote: 'On a day that closes earlier, it is the closing time.',
    example: (due: string) => `A claim taken now hears from us by ${due}.`,
  },
  warnings: {
    before: 'Minutes before it is due',
    beforeNote: '5 to 240 minutes',
    sound: 'Play a short, soft sound too',
    soundNote: 'Once for each promise, and only while somebody is signed in.',
    listen: 'Listen to it',
    summary: (minutes: number) =>
      plural('en', minutes, { one: '# minute before it is due', other: '# minutes before it is due' }),
    heard: 'with a sound',
    silent: 'without a sound',
  },
  lines: {
    ofTheApp: 'Now it is what comes with the app. You can write your own instead.',
    write: 'Write our own lines',
    line: (place: number) => `Line ${place}`,
    kind: 'Kind',
    text: { en: 'In English', ar: 'In Arabic' },
    textNote: (mark: string) =>
      `It continues the words of its kind. ${mark} becomes the time of the next update.`,
    binds: 'This one binds: it becomes a promise of its own, due with the next update.',
    add: 'Add a line',
    full: (count: number) => `${count} lines are the most that a ticket can hold.`,
    up: 'Move up',
    upOf: (line: string) => `Move up: ${line}`,
    removeOf: (line: string) => `Remove: ${line}`,
    count: (count: number) =>
      plural('en', count, { one: '# line of your own', other: '# lines of your own' }),
    standard: 'As it comes with the app',
  },
  preview: {
    title: 'On the ticket it looks like this',
    trying: 'Try it: a customer calls the thing',
    tryingNote: 'Nothing is kept of what you type here.',
    fits: (kind: string) => `It has the lines for: ${kind}`,
    fitsNone: 'It has the lines for everything.',
  },
  itemKinds: {
    none: 'No kinds yet. Coffee machines, bicycles, phones: each can have its own lines.',
    kind: (place: number) => `Kind ${place}`,
    words: 'Words that name it',
    wordsNote:
      'With commas between them, in every language that your customers speak: coffee machine, espresso',
    add: 'Add a kind of item',
    full: (count: number) => `${count} kinds are the most that fit here.`,
    count: (count: number) => plural('en', count, { one: '# kind of item', other: '# kinds of item' }),
    every: 'Every item has the same lines',
  },
  goodwill: {
    limit: (role: string) => `Limit: ${role}`,
    unit: (currency: string) => `In ${currency}`,
    noLimit: 'No limit',
    noLimitOf: (role: string) => `No limit: ${role}`,
    wrong: 'It has to be an amount of money, or no limit.',
    of: (role: string, limit: string) => `${role}: ${limit}`,
  },
  languages: {
    offered: 'Customers can choose',
    first: 'The kiosk begins in',
    none: 'A kiosk speaks one language at least.',
    only: (language: string) => `Only ${language}`,
    begins: (languages: string, first: string) => `${languages}; begins in ${first}`,
  },
  idle: {
    kiosk: 'Customers: seconds without a touch',
    kioskNote:
      '30 to 300 seconds. Then it asks “Are you still there?”, and half a minute later the screen is cleared.',
    staff: 'Staff: seconds without a touch',
    staffNote: '30 to 1800 seconds. Then whoever is signed in is signed out; it asks before it does.',
    summary: (kiosk: string, staff: string) => `Customers ${kiosk} seconds, staff ${staff} seconds`,
  },
};

/** The shape that every language's settings have. */
export type SettingsMessages = typeof settingsEn;
