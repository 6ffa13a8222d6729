import type { FindingCode, HealthLevel, HealthSubject } from '../../../src-main/domain/health.ts';
import { plural } from '../plural.ts';

const subjects: Readonly<Record<HealthSubject, string>> = {
  printer: 'Printer',
  slips: 'Slips',
  disk: 'Disk',
  backup: 'Last backup',
  second: 'Second place for backups',
  check: 'Last check',
  clock: 'Clock',
  database: 'Database',
  search: 'Finding claims',
  settings: 'Settings',
  software: 'Software',
};
const levels: Readonly<Record<HealthLevel, string>> = {
  good: 'In order',
  look: 'Worth a look',
  act: 'Please act',
};
const findings: Readonly<Record<FindingCode, string>> = {
  'printer-ready': 'It prints.',
  'printer-on-screen': 'Tickets are shown on the screen. For paper, add a printer on the screen “Printers”.',
  'printer-trouble': 'The next slip is kept back. Claims are taken and kept all the same.',
  'slips-done': 'Nothing has been waiting for long.',
  'slips-waiting': 'Slips have been waiting for a while. Look at the printer; they print by themselves then.',
  'slips-asking': 'Somebody has to say whether slips came out: on the screen “Paper”.',
  'disk-roomy': 'There is room.',
  'disk-little': 'There is little room left. Delete or move away what is not needed on this computer soon.',
  'disk-full':
    'There is no room: the kiosk takes no claims. What is kept is safe and can be read and printed. Make room on this computer; then it goes on by itself.',
  'backup-fine': 'Backups are made by themselves, every hour in which something changed.',
  'backup-none-yet': 'The first one is made in a moment.',
  'backup-old':
    'There is no backup of the last day. Press “Back up now”; where that fails, call whoever looks after this kiosk today.',
  'backup-failed':
    'The last one could not be made, mostly for want of room. Make room on the disk and press “Back up now”; else call support today.',
  'second-fine': 'Each backup is copied there too.',
  'second-none':
    'There is none. If this computer breaks, the backups on it break with it: plug in a drive and choose it below.',
  'second-same-disk':
    'It lies on the same disk as the database. Was the drive pulled out? Plug it in, or choose another one below.',
  'second-missing':
    'The last backup is not there. Is the drive plugged in, and is there room on it? Then press “Back up now”.',
  'check-sound': 'Every word was read and compared with the history. Nothing was damaged.',
  'check-none-yet': 'The first one is made in a moment, together with the backup.',
  'check-damaged':
    'Something in the database is damaged. As soon as nobody stands at the kiosk it starts again from the newest backup, by itself. Nothing needs to be done; please do not switch it off.',
  'clock-right': 'It goes forward, as far as the history tells.',
  'clock-back':
    'It went back: there are entries from later than now. Promises are counted by this clock. Set it right on this computer, and check its battery.',
  'database-fine': 'Nothing to do.',
  'database-log-long':
    'Its log is long. Start the kiosk again in a quiet moment; if it grows again, call support.',
  'search-ready': 'Every claim can be found.',
  'search-catching-up': 'The newest claims are still being taken in. It goes on by itself.',
  'settings-fine': 'They are in order.',
  'settings-in-part':
    'A part could not be used. What it is stands on “How this kiosk is”, at the staff’s door.',
  'settings-broken':
    'The file was broken and kept aside, so the kiosk runs on defaults. Check the settings, the store and the printers.',
  'software-runs': 'Nothing to do.',
};

/** The words of the screen "Health" and of what is said of it everywhere, in English. */
export const healthEn = {
  note: 'How this kiosk is, and what to do where something is wrong.',
  subjects,
  levels,
  findings,
  acts: (count: number) => plural('en', count, { one: '# thing to act on', other: '# things to act on' }),
  allGood: 'Everything is in order.',
  again: 'Look again',
  waiting: (count: number) => plural('en', count, { one: '# slip waits', other: '# slips wait' }),
  free: (free: string, total: string) => `${free} of ${total} free`,
  gone: 'Not there',
  at: (moment: string, age: string) => `${moment}, ${age}`,
  never: 'Not yet',
  clock: (moment: string, zone: string) => `${moment}, zone ${zone}`,
  size: (database: string, log: string) => `${database}, log ${log}`,
  software: (version: string, runtime: string, up: string) => `${version}, ${runtime}, running for ${up}`,
  banner: {
    findings: {
      'disk-full': 'There is no room on the disk: the kiosk takes no claims.',
      'backup-old': 'There is no backup of the last day.',
      'backup-failed': 'The last backup could not be made.',
      'second-missing': 'The last backup is not in its second place.',
      'check-damaged': 'The database is damaged. The kiosk repairs itself as soon as nobody stands at it.',
    } as Readonly<Partial<Record<FindingCode, string>>>,
    recovered: 'The database was replaced by a backup. Please read what is lost.',
    open: 'See what to do',
  },
  recovery: {
    title: (moment: string) => `The database was replaced on ${moment}`,
    damaged: 'It was damaged, so the kiosk put the newest good backup in its place.',
    asked: 'Somebody asked for an older backup to be put in its place.',
    from: (moment: string) => `It went on from the backup of ${moment}.`,
    fromNothing: 'There was no backup that could be used: it began anew, without claims.',
    lost: (from: string, to: string) =>
      `Lost are the claims from ${from} to ${to}. Their customers have tickets with these numbers: ask them to tell it again, and say that it was our mistake.`,
    lostOne: (number: string) =>
      `Lost is the claim ${number}. Its customer has a ticket with this number: ask them to tell it again, and say that it was our mistake.`,
    callThem: 'Only the replaced database has these, as far as it can still be read. Call their customers:',
    takenAt: (number: string, moment: string) => `${number}, taken ${moment}`,
    andMore: (count: number) => plural('en', count, { one: 'and # more', other: 'and # more' }),
    erasedAgain: (numbers: string) =>
      `Erased again, as their customers had asked, since the backup was from before that: ${numbers}.`,
    filesMissing:
      'Photos or files of these claims are missing. Ask their customers for them where they matter:',
    filesOf: (number: string, count: number) =>
      plural('en', count, { one: `${number}: # missing`, other: `${number}: # missing` }),
    nothingLost: 'No later claim was found in what was replaced.',
    changesLost: 'What staff added to claims after that backup is lost too.',
    slips: (count: number) =>
      plural('en', count, {
        one: 'Of # slip nobody knows whether it came out: say so on the screen “Paper”.',
        other: 'Of # slips nobody knows whether they came out: say so on the screen “Paper”.',
      }),
    aside: (folder: string) => `The replaced database is kept, whole, in ${folder}`,
    seen: 'I have seen this',
  },
  backups: {
    title: 'Backups',
    note: 'The newest of each of the last 24 hours, 14 days and 8 weeks in which one was made. Each was read whole before it counted. Photos and files are in them.',
    make: 'Back up now',
    making: 'Backing up…',
    made: 'The backup is made and checked.',
    notMade: 'No backup was made. What is written above says why.',
    lacking: (count: number) =>
      plural('en', count, {
        one: '# photo or file could not be backed up: it is missing or damaged on this kiosk, and its claim says so.',
        other:
          '# photos or files could not be backed up: they are missing or damaged on this kiosk, and their claims say so.',
      }),
    none: 'Backups appear here, day by day.',
    claims: (count: number) => plural('en', count, { one: '# claim', other: '# claims' }),
    choose: (moment: string) => `Go back to ${moment}`,
    adminOnly: 'An admin can go back to one of them.',
    tap: 'To go back to one of them, choose it.',
  },
  second: {
    title: 'Second place',
    now: (folder: string) => `Copies go to ${folder}`,
    none: 'Copies go nowhere yet.',
    choose: 'Drive for copies',
    nowhere: 'No second place',
    noDrives: 'No drive is plugged in. Plug one in and look again.',
    keep: 'Use this drive',
    stop: 'Use none any more',
    kept: 'From now on each backup is copied there. The first copy is made.',
    notCopied: 'The drive was chosen, and the copy could not be made. Is there room on it?',
    stopped: 'Backups are no longer copied.',
  },
  restore: {
    title: (moment: string) => `Go back to ${moment}?`,
    means: 'The kiosk ends and starts again with what was kept then. That takes less than a minute.',
    lose: (count: number) =>
      plural('en', count, {
        one: '# claim taken since then will not be there any more, nor will anything that was added to older ones.',
        other:
          '# claims taken since then will not be there any more, nor will anything that was added to older ones.',
      }),
    loseNone: 'No claim was taken since then. What was added to claims since will not be there any more.',
    aside:
      'The database of now is kept aside, whole. Numbers that were given are not given again, and what was erased since is erased once more.',
    go: 'Go back to it',
    going: 'The kiosk starts again now.',
  },
};

/** The shape that every language's words of this screen have. */
export type HealthMessages = typeof healthEn;
