import { messagesFor, type Messages } from '../../resources/messages/catalogue.ts';
import type { Locale } from '../../src-main/domain/intake.ts';

/**
 * What a person reads and hears on each screen. These words are the contract of the design (kiosk-flow.md), written
 * out here so that a changed catalogue fails a test instead of changing it.
 */
const ENGLISH = {
  language: 'English',
  bar: { textSize: 'Text size', contrast: 'High contrast' },
  step: { continue: 'Continue', skip: 'Skip', back: 'Back', finish: 'Finish now' },
  welcome: {
    heading: 'What happened?',
    sentence: 'Tell us in your own words. It takes about a minute.',
    start: 'Start',
    kept: 'What you wrote is still here.',
    clear: 'Clear what I wrote',
  },
  words: {
    heading: 'What happened?',
    field: 'Your words',
    note: 'We keep your words exactly as you write them.',
  },
  feeling: {
    heading: 'How do you feel about it?',
    group: 'Your feeling',
    field: 'In your own words (if you like)',
    faces: {
      calm: 'Calm',
      worried: 'Worried',
      disappointed: 'Disappointed',
      upset: 'Upset',
      furious: 'Furious',
    },
  },
  item: { heading: 'What is it about?', name: 'Item', serial: 'Serial or barcode (if you have it)' },
  attempts: {
    heading: 'What has already been tried?',
    note: 'So nobody asks you to do it again.',
    field: 'Something that was tried',
    group: 'Did it help?',
    outcomes: { no: 'No', 'a-little': 'A little', yes: 'Yes' },
    add: 'Add',
    list: 'Already tried',
    results: { no: 'did not help', 'a-little': 'helped a little', yes: 'helped' },
    remove: (what: string) => `Remove: ${what}`,
  },
  wishes: {
    heading: 'What would make it right?',
    field: 'In your own words',
    kinds: {
      repair: 'Repair',
      replacement: 'Replacement',
      refund: 'Refund',
      explanation: 'Explanation',
      apology: 'Apology',
      'be-heard': 'Just be heard',
    },
  },
  contact: {
    heading: 'How can we reach you?',
    note: 'None of this is needed. Your ticket is enough.',
    name: 'Name',
    phone: 'Phone',
    email: 'Email',
    group: 'Best way',
    ways: { phone: 'Phone', email: 'Email', visit: 'I will come by' },
  },
  readback: {
    heading: 'Did we get that right?',
    words: 'Your words',
    yes: 'Yes, print my ticket',
    change: 'Change something',
    changePart: (part: string) => `Change: ${part}`,
    tryAgain: 'Try again',
  },
  thanks: {
    heading: 'Thank you. Here is what happens next.',
    done: 'Done',
    showTicket: 'Show my ticket',
    ticket: 'Your ticket',
    hideTicket: 'Close',
    sending: 'Printing…',
    printed: 'Your ticket is printed',
    unconfirmed: 'Your ticket was sent to the printer',
    didItComeOut: 'Did your ticket come out?',
    cameOut: 'Yes, I have it',
    didNotComeOut: 'No',
    paper: 'The printer needs paper. Your words are safe; a clerk can print your ticket.',
    trouble: 'The printer is not answering. Your words are safe; a clerk can print your ticket.',
    preview: 'Your ticket is on this screen',
  },
  expectation: {
    will: 'We will',
    try: 'We will try',
    cannot: 'We cannot promise',
    unknown: 'We don’t know yet',
  },
  idle: { heading: 'Are you still there?', stay: 'Yes, I am here' },
  staff: {
    heading: 'Staff',
    pin: 'Staff PIN',
    health: 'How this kiosk is',
    toKiosk: 'Back to the kiosk',
    close: 'Close',
  },
  outOfService: 'This screen is not working right now.',
  outOfServiceMore: 'Please talk to anyone at the counter. They will listen.',
  keyboard: {
    label: 'On-screen keyboard',
    shift: 'Capital letters',
    backspace: 'Delete',
    enter: 'New line',
    space: 'Space',
    numbers: 'Numbers and signs',
    letters: 'Letters',
  },
};

/** The names of one language. */
export type Names = typeof ENGLISH;

/** Returns the names of a language; all but English are whatever the catalogue says. */
export function namesOf(locale: Locale): Names {
  return locale === 'en' ? ENGLISH : namesFrom(messagesFor(locale));
}

function namesFrom(m: Messages): Names {
  return {
    language: m.language,
    bar: { textSize: m.common.textSize, contrast: m.common.contrast },
    step: { continue: m.common.continue, skip: m.common.skip, back: m.common.back, finish: m.words.finish },
    welcome: { ...m.welcome, heading: m.welcome.title },
    words: { heading: m.words.title, field: m.words.field, note: m.words.note },
    feeling: {
      heading: m.feeling.title,
      group: m.feeling.group,
      field: m.feeling.words,
      faces: m.feeling.faces,
    },
    item: { heading: m.item.title, name: m.item.name, serial: m.item.serial },
    attempts: {
      heading: m.attempts.title,
      note: m.attempts.note,
      field: m.attempts.field,
      group: m.attempts.helped,
      outcomes: m.attempts.outcomes,
      add: m.attempts.add,
      list: m.attempts.list,
      results: m.attempts.results,
      remove: m.common.remove,
    },
    wishes: { heading: m.wishes.title, field: m.wishes.words, kinds: m.wishes.kinds },
    contact: {
      heading: m.contact.title,
      note: m.contact.note,
      name: m.contact.name,
      phone: m.contact.phone,
      email: m.contact.email,
      group: m.contact.way,
      ways: m.contact.ways,
    },
    readback: {
      heading: m.readback.title,
      words: m.readback.words,
      yes: m.readback.yes,
      change: m.readback.change,
      changePart: m.readback.changePart,
      tryAgain: m.error.tryAgain,
    },
    thanks: {
      heading: m.thanks.title,
      done: m.common.done,
      showTicket: m.thanks.showTicket,
      ticket: m.thanks.ticket,
      hideTicket: m.thanks.hideTicket,
      sending: m.print.sending,
      printed: m.print.printed,
      unconfirmed: m.print.unconfirmed,
      didItComeOut: m.print.didItComeOut,
      cameOut: m.print.yes,
      didNotComeOut: m.print.no,
      paper: m.print.paper,
      trouble: m.print.trouble,
      preview: m.print.preview,
    },
    expectation: m.expectation,
    idle: { heading: m.idle.title, stay: m.idle.stay },
    staff: {
      heading: m.staff.title,
      pin: m.office.door.title,
      health: m.staff.health,
      toKiosk: m.office.door.toKiosk,
      close: m.staff.close,
    },
    outOfService: m.error.outOfService,
    outOfServiceMore: m.error.outOfServiceMore,
    keyboard: {
      label: m.keyboard.label,
      shift: m.keyboard.shift,
      backspace: m.keyboard.backspace,
      enter: m.keyboard.enter,
      space: m.keyboard.space,
      numbers: m.keyboard.numbers,
      letters: m.keyboard.letters,
    },
  };
}
