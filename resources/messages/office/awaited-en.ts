import type { AwaitedKind } from '../../../src-main/domain/awaited.ts';
import { plural } from '../plural.ts';

const kinds: Readonly<Record<AwaitedKind, string>> = { loaner: 'Lent', letter: 'Letter' };
const due: Readonly<Record<AwaitedKind, (time: string) => string>> = {
  loaner: (time) => `back by ${time}`,
  letter: (time) => `answer by ${time}`,
};
const late: Readonly<Record<AwaitedKind, (time: string) => string>> = {
  loaner: (time) => `late since ${time}`,
  letter: (time) => `no answer since ${time}`,
};

/** The words of what others owe us, in English. */
export const awaitedEn = {
  title: 'To ask after',
  yours: 'What you wait for',
  none: 'Nothing is out. What you lend, and letters that you send, stand here until they are back or answered.',
  kinds,
  due,
  late,
  owner: (name: string) => `${name} asks after it`,
  more: (count: number) => plural('en', count, { one: 'Show # more', other: 'Show # more' }),
};
