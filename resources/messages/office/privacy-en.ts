import type { HeldKind, SamePerson } from '../../../src-main/domain/erasure.ts';
import type { PurgedKind, Retention } from '../../../src-main/domain/retention.ts';
import { plural } from '../plural.ts';

const kinds: Readonly<Record<HeldKind, string>> = {
  contact: 'Name, phone and email',
  words: 'Their own words',
  feelings: 'How they felt',
  tried: 'What was tried',
  understandings: 'What we understood',
  promises: 'Promises and what to expect',
  costs: 'Charges, estimates and goodwill',
  notes: 'Notes, plans, what was lent and what happened',
  letters: 'Letters',
  slips: 'Slips',
  files: 'Photos and files',
  pictures: 'Pictures of slips on this kiosk',
  exports: 'Files in this kiosk’s export folder',
  thanks: 'Their thanks',
};
const same: Readonly<Record<SamePerson, string>> = {
  name: 'same name',
  phone: 'same phone',
  email: 'same email',
};
const days = (count: number): string => plural('en', count, { one: '# day', other: '# days' });
const fields: Readonly<Record<keyof Retention, { readonly label: string; readonly note: string }>> = {
  contactDays: {
    label: 'Name, phone and email, after a claim was closed',
    note: 'Nobody needs to be reached any more. The words stay, with nobody’s name on them.',
  },
  wordsDays: {
    label: 'Everything written on a claim, after it was closed',
    note: 'Then the claim is erased: its number, its dates and its figures stay.',
  },
  pictureDays: {
    label: 'Pictures of slips',
    note: 'A kiosk without a printer draws its slips as pictures. The slip itself stays with the claim.',
  },
  exportDays: {
    label: 'Files in this kiosk’s export folder',
    note: 'Letters, packs and tables that somebody saved on this kiosk. What is on a drive is yours to delete.',
  },
  setAsideDays: {
    label: 'Databases that were set aside',
    note: 'What a backup took the place of, kept for whoever looks into it.',
  },
};
const purged: Readonly<Record<PurgedKind, (count: number) => string>> = {
  contacts: (count) =>
    plural('en', count, { one: 'contact data of # claim', other: 'contact data of # claims' }),
  words: (count) => plural('en', count, { one: 'the words of # claim', other: 'the words of # claims' }),
  pictures: (count) => plural('en', count, { one: '# picture', other: '# pictures' }),
  exports: (count) => plural('en', count, { one: '# file', other: '# files' }),
  setAside: (count) => plural('en', count, { one: '# database set aside', other: '# databases set aside' }),
};

/** What is held on a person, how it is taken out and erased, and for how long it is kept, in English. */
export const privacyEn = {
  title: 'Privacy',
  note: 'What is held on this customer, for them to take with them or to have erased. It asks for your PIN and is on record.',
  look: 'See what is held',
  looking: 'Looking through the claims…',
  held: 'On this claim',
  nothing: 'Nothing is held here that says who they are.',
  kinds,
  same,
  others: 'Other claims that may be theirs',
  othersNote: 'Tick only those that are. A name alone can be somebody else’s.',
  noOthers: 'No other claim has this name, phone or email.',
  other: (number: string, time: string) => `${number}, taken ${time}`,
  firstWords: (number: string) => `First words of ${number}`,
  open: 'still open',
  take: {
    title: 'Take it out',
    note: 'Everything on the chosen claims in one file, in the customer’s language: to read, or for another system. Photos and files lie beside it.',
    format: 'As',
    pdf: 'PDF, to read',
    json: 'JSON, for machines',
    paper: 'Paper',
    a4: 'A4 paper',
    letter: 'Letter paper',
    save: 'Save everything',
  },
  erase: {
    title: 'Erase',
    start: 'Erase for good…',
    ask: (count: number) =>
      plural('en', count, { one: 'Erase # claim for good?', other: 'Erase # claims for good?' }),
    goes: 'Gone for good: every word that they or we wrote, names, phone, email, serial numbers, slips, letters, photos, pictures and saved files on this kiosk.',
    stays:
      'Stays: the number, the dates, whether promises were kept, amounts, and the faces. Reports stay as they are, and the history still proves that nothing else was changed.',
    backups: (day: string) =>
      `Photos and files leave the backups with the next one that is made. Words stay in backups from before today until ${day} at the latest; if one of those is put back, this is erased again before the kiosk takes claims. What is printed, or was saved on a drive, is not ours to erase.`,
    openFirst:
      'This claim is still open: something is owed on it. Close it with the customer, then it can be erased.',
    openOther: 'One of the chosen claims is still open. Close it first, or do not tick it.',
    confirm: 'Your PIN erases it',
    action: 'Erase for good',
  },
  gone: {
    asked: (day: string) => `Erased at the customer’s request on ${day}`,
    age: (day: string) => `Erased on ${day}: it was closed for as long as we keep words`,
    note: 'What was said and written here is gone, and so is who it was. The dates and figures stay, for the shop’s books.',
    taken: 'Taken',
    closed: 'Closed',
    kept: 'Promises kept',
    broken: 'Promises broken',
    charged: 'Charged',
    given: 'Goodwill given',
    felt: 'How they felt',
  },
  contactGone: (day: string) =>
    `Name, phone and email were erased on ${day}: the claim is closed for as long as we keep them.`,
  pages: {
    title: 'Everything we hold about you',
    made: (time: string) => `Made ${time}`,
    note: 'This is all that is kept of you, in your own words and in ours, and who did what when. You may ask for it to be erased at any time.',
    who: 'Who did what',
    beside: (file: string) => `In the file ${file}, beside this one`,
    fileGone: 'The file itself is not there any more',
    removed: (time: string) => `taken off the claim ${time}`,
  },
  retention: {
    fields,
    days,
    never: 'For ever',
    unfinished: 'Words that were left behind unfinished are always deleted after 24 hours.',
    backups:
      'Backups keep what was erased for up to eight weeks more; then the last one that holds it is gone.',
    night: 'Every night at three, or when the kiosk is next on.',
    none: 'The first night’s purge has not run yet. What it removed will be counted here.',
    last: (day: string, list: string) => `Last night (${day}): ${list}.`,
    lastNothing: (day: string) => `Last night (${day}): there was nothing to remove.`,
    running: (day: string) => `The night of ${day} is being worked through.`,
    purged,
    summary: (contact: string, words: string) => `Contact data: ${contact} · words: ${words}`,
  },
};
