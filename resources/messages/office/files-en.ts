import { plural } from '../plural.ts';

/** The words of photos and files of a claim, in English. */
export const filesEn = {
  title: 'Photos and files',
  none: 'No photos or files yet. Photos of the thing, its type plate or a receipt will stand here.',
  noneClosed: 'This claim has no photos or files.',
  takePhoto: 'Take a photo',
  fromDrive: 'From a drive',
  kinds: { 'image/jpeg': 'Photo', 'application/pdf': 'PDF', 'text/plain': 'Text' },
  states: {
    missing: 'The file is missing on this kiosk’s disk. The record of it is kept.',
    altered: 'The file on this kiosk’s disk is damaged: it is not what was kept.',
  },
  addedBy: (name: string, time: string) => `added by ${name}, ${time}`,
  shows: 'What does it show?',
  showsNote: 'A few words, also for colleagues who cannot see it.',
  showsNeeded: 'Say in a few words what it shows.',
  keep: 'Keep it',
  keeping: 'It is being kept …',
  kept: 'It is kept with the claim.',
  removed: (count: number) => plural('en', count, { one: '# removed', other: '# removed' }),
  removedBy: (name: string, time: string) => `removed by ${name}, ${time}`,
  because: (why: string) => `Why: ${why}`,
  fileGone: 'Its file is gone for good; this record stays.',
  putBack: 'Put back',
  remove: {
    open: 'Remove',
    title: (shows: string) => `Remove: ${shows}`,
    note: 'It can be put back for 7 days. Then its file is deleted; who removed it and why stays on record.',
    why: 'Why is it removed?',
    whyNeeded: 'Say why it is removed.',
    remove: 'Remove it',
  },
  camera: {
    title: 'Take a photo',
    note: 'No sound is recorded. Nothing is kept before you say so, and where it was taken is never kept.',
    starting: 'The camera is being started …',
    live: 'Live picture of the camera',
    taken: 'The photo that was taken',
    take: 'Take the photo',
    again: 'Take another',
    tryAgain: 'Try again',
    faults: {
      none: 'There is no camera here. Plug one in, then try again. Photos can also come from a drive.',
      busy: 'The camera does not answer: something else may be using it. Unplug it, plug it in, and try again.',
      denied: 'The camera was not allowed for this page. Nothing was taken; try again.',
    },
  },
  drive: {
    title: 'From a drive',
    note: 'Nothing on the drive is changed. Photos are kept without the place where they were taken.',
    which: 'Which drive?',
    name: (name: string) => `Drive ${name}`,
    looking: 'Looking at what is there …',
    again: 'Look again',
    noDrive:
      'No drive is plugged in. Plug in a USB stick or a camera’s card, wait a moment, then look again.',
    nothing: 'There are no photos (JPEG, PNG, WebP), PDFs or plain texts on this drive.',
    files: 'What is on it, newest first',
    more: 'Show more',
    notAll: 'There is more on this drive than can be listed here; the newest are listed.',
    chooseFirst: 'Choose a photo or a file first.',
    done: 'Done',
  },
  viewer: {
    close: 'Close',
    previous: 'Previous',
    next: 'Next',
    larger: 'Larger',
    smaller: 'Smaller',
    place: (place: number, of: number) => `${place} of ${of}`,
    opening: 'It is being opened …',
    firstPages: (shown: number, of: number) => `The first ${shown} of ${of} pages. Save it to see all of it.`,
    page: (place: number) => `Page ${place}`,
    notDrawn:
      'This file is kept as it came, and cannot be shown here: it is broken or locked. It can be saved and opened elsewhere.',
    notWhole: 'The beginning of the text. Save it to see all of it.',
    save: 'Save it',
  },
  errors: {
    'too-many':
      'This claim has as many photos and files as it can, so this one was not kept. Remove one that nobody needs.',
    'too-large':
      'It is too large, so it was not kept: 15 MB and 52 megapixels are the most. Take a smaller one.',
    'not-shown':
      'This is no photo (JPEG, PNG, WebP), PDF or plain text that can be shown here, or it is broken. It was not kept.',
    'file-damaged': 'The file on this kiosk’s disk is missing or damaged. The record of it is kept.',
    'drive-gone':
      'The drive is not there any more, or it is another one now. Nothing was kept of it; plug it in and look again.',
  },
};

/** The shape that every language's photos and files have. */
export type FilesMessages = typeof filesEn;
