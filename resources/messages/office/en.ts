import { awaitedEn } from './awaited-en.ts';
import { boardEn } from './board-en.ts';
import { careEn } from './care-en.ts';
import { claimHeadEn } from './claim-head-en.ts';
import { claimPageEn } from './claim-page-en.ts';
import { costsEn } from './costs-en.ts';
import { deskErrorsEn } from './desk-errors-en.ts';
import { listeningEn } from './listening-en.ts';
import { escalationEn } from './escalation-en.ts';
import { reportsEn } from './reports-en.ts';
import { knownIssuesEn } from './known-issues-en.ts';
import { demoEn } from './demo-en.ts';
import { healthEn } from './health-en.ts';
import { findEn } from './find-en.ts';
import { myDayEn } from './my-day-en.ts';
import { filesEn } from './files-en.ts';
import { privacyEn } from './privacy-en.ts';
import { printersEn } from './printers-en.ts';
import { settingsEn } from './settings-en.ts';
import { plural } from '../plural.ts';

/** The words of the back office, in English. */
export const officeEn = {
  roles: { clerk: 'Clerk', technician: 'Technician', supervisor: 'Supervisor', admin: 'Admin' },
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  back: 'Back',
  next: 'Next',
  needed: 'Please fill this in.',
  door: {
    title: 'Staff PIN',
    who: 'Who are you?',
    pinOf: (name: string) => `PIN of ${name}`,
    signIn: 'Sign in',
    checking: 'Checking…',
    toKiosk: 'Back to the kiosk',
    setUp: 'Set up this kiosk',
    setUpNote:
      'Nobody administers this kiosk yet. It takes claims all the same; three short steps make it yours.',
    remove: 'Delete',
    entered: (count: number) => plural('en', count, { one: '# digit entered', other: '# digits entered' }),
    wrong: 'That is not the right PIN. Nothing is lost; try again.',
    locked: 'That was the wrong PIN a few times. Please wait a moment.',
    wait: (time: string) => `Next try in ${time}`,
  },
  pin: {
    choose: 'Choose a PIN',
    note: '6 to 12 digits that are not easy to guess. It is yours alone; nobody can look it up.',
    again: 'The same PIN once more',
    different: 'The two were not the same. Please choose again.',
    set: 'Set this PIN',
    old: 'Your PIN now',
    changed: 'The PIN is changed.',
    fault: {
      'not-digits': 'A PIN is made of digits only.',
      'too-short': 'A PIN has at least 6 digits.',
      'too-long': 'A PIN has at most 12 digits.',
      'too-simple': 'That one is too easy to guess: not one digit again and again, and no row like 123456.',
    },
    needed: 'Your PIN, once more',
    neededNote: 'This changes how the kiosk works, so it asks who you are just before.',
    confirm: 'Confirm',
  },
  setUp: {
    step: (step: number) => `Step ${step} of 3`,
    store: 'Your store',
    storeNote: 'This stands on every ticket.',
    you: 'You',
    youNote: 'You become the first admin, and can add the others later.',
    printer: 'Your printer',
    printerNote:
      'Until there is one, tickets are shown on the screen. A printer can be added now or any time later.',
    find: 'Find a printer now',
    later: 'Later',
    done: 'The store is set up, and you are signed in.',
  },
  shell: {
    screens: 'Screens',
    board: 'Promises',
    reports: 'Reports',
    'known-issues': 'Known issues',
    mine: 'My day',
    paper: 'Paper',
    printers: 'Printers',
    people: 'People',
    health: 'Health',
    settings: 'Settings',
    ownPin: 'Change my PIN',
    switchPerson: 'Switch person',
    signOut: 'Sign out',
    idle: (seconds: number) =>
      plural('en', seconds, {
        one: 'You will be signed out in # second.',
        other: 'You will be signed out in # seconds.',
      }),
  },
  paper: {
    waiting: 'Waiting to print',
    nothingWaiting: 'Nothing is waiting. Every slip is on paper.',
    lately: 'Lately',
    nothingLately: 'Nothing was printed yet.',
    since: (time: string) => `since ${time}`,
    copy: (count: number) => `Copy ${count}`,
    on: (printer: string) => `on ${printer}`,
    cameOut: 'Did it come out?',
    yes: 'Yes',
    no: 'No',
    show: 'Show',
    reprint: 'Print again',
    reprintNote: 'A slip that is printed again is marked as a copy.',
    reprinted: 'It is printed again, marked as a copy.',
    void: 'Void…',
    voidTitle: 'Void this slip',
    voidNote: 'It will not be printed. The claim stays as it is. The reason is kept with your name.',
    voidReason: 'Why is it not to be printed?',
    voidIt: 'Void it',
    voided: 'The slip is void.',
    voidBecause: (reason: string) => `Void: ${reason}`,
    move: 'Move…',
    moveTitle: 'Move to another printer',
    moveNote: 'It waits there at the end of the line.',
    moved: 'The slip was moved.',
  },
  people: {
    note: 'Who left stays on record, and signs in no more.',
    add: 'Add someone',
    addTitle: 'Add someone',
    change: (name: string) => `Change: ${name}`,
    name: 'Name',
    role: 'Role',
    rights: {
      clerk: 'Paper and claims',
      technician: 'Paper and claims',
      supervisor: 'Also printers, and what clerks may not promise',
      admin: 'Also people and settings',
    },
    language: 'Language',
    active: 'Works here',
    left: 'Left',
    newPin: 'New PIN',
    newPinOf: (name: string) => `New PIN for ${name}`,
    added: (name: string) => `${name} can sign in now.`,
  },
  store: {
    name: 'Name',
    code: 'Code',
    codeNote: 'First part of every new claim number: 2 to 6 of A–Z and 0–9, a letter first',
    codeWrong: 'A code is 2 to 6 of A–Z and 0–9, a letter first.',
    address: 'Address',
    phone: 'Phone',
    askFor: 'Who to ask for',
    askForNote: 'Empty for anyone at the counter',
    zone: 'Time zone',
    language: 'Language of the kiosk',
    currency: 'Currency',
  },
  knownIssues: knownIssuesEn,
  saveTo: {
    place: 'Where to',
    again: 'Look for drives again',
    kiosk: 'The folder of this kiosk',
    drive: (name: string) => `Drive ${name}`,
    saved: (file: string, place: string) => `Saved as ${file} (${place}).`,
    pull: 'The drive can be pulled out now.',
  },
  errors: {
    ...deskErrorsEn,
    ...filesEn.errors,
    'invalid-input': 'Something here could not be taken. Nothing was changed.',
    'not-kept': 'It could not be kept: the disk or the settings refused. Nothing was changed.',
    'out-of-service': 'The database cannot be used. See “How this kiosk is”.',
    'not-found': 'It is not there any more. The list is as it is now.',
    forbidden: 'This cannot be done from here.',
    'signed-out': 'Please sign in again.',
    'not-allowed': 'Your role may not do this. It is on record that it was asked for.',
    'pin-again': 'Nothing was changed: this needs your PIN once more.',
    'wrong-pin': 'That is not the right PIN. Nothing is lost; try again.',
    locked: 'That was the wrong PIN a few times. Please wait a moment.',
    'bad-pin': 'This cannot be a PIN.',
    'name-taken': 'Someone here already has that name. Please choose another.',
    'last-admin': 'Someone has to administer this kiosk: make another person admin first.',
    'already-set-up': 'This kiosk was set up meanwhile. Please sign in.',
    outdated: 'This was asked again meanwhile. Here is the newer answer.',
    'place-gone':
      'That drive is not there any more, so nothing was saved. Plug it in again, or choose another place.',
    'place-full': 'There is no room left there, so nothing was saved. Choose another place.',
    'not-saved': 'It could not be saved there. Nothing of it was left behind; choose another place.',
    'not-made': 'The pages could not be made. Nothing was lost; please try again.',
    unavailable: 'Searching is being made ready. Nothing is lost; please try again in a moment.',
    'not-a-width':
      'The first line has to be as wide as the paper, and it was not ticked. Choose another model or width for this printer and print a test slip again.',
    wentOn: 'It went on while you looked, so nothing was changed. The page is as it is now.',
    wrongState: (state: string) =>
      `It went on while you looked: it is now ${state}. The list is as it is now.`,
  },
  awaited: awaitedEn,
  board: boardEn,
  reports: reportsEn,
  demo: demoEn,
  find: findEn,
  claimHead: claimHeadEn,
  claimPage: claimPageEn,
  listening: listeningEn,
  escalation: escalationEn,
  health: healthEn,
  myDay: myDayEn,
  files: filesEn,
  privacy: privacyEn,
  printers: printersEn,
  settings: settingsEn,
  costs: costsEn,
  care: careEn,
};

/** The shape that every language's back office has. */
export type OfficeMessages = typeof officeEn;
