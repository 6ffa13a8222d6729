import { plural } from '../plural.ts';
import type { ClaimStatus, Lane } from '../../../src-main/domain/claim-life.ts';

const lanes: Readonly<Record<Lane, string>> = {
  broken: 'Broken',
  'due-today': 'Due today',
  'coming-up': 'Coming up',
  waiting: 'Waiting',
  new: 'New',
};
const empty: Readonly<Record<Lane, string>> = {
  broken: 'Nothing is broken. A promise that passes its time comes here by itself.',
  'due-today': 'Nothing is due today. What is due before midnight stands here.',
  'coming-up': 'Claims in work stand here, with what is due first on top.',
  waiting: 'Claims that wait for a customer or a supplier stand here.',
  new: 'A claim that a customer tells the kiosk comes here by itself.',
};
const status: Readonly<Record<ClaimStatus, string>> = {
  new: 'New',
  'in-work': 'In work',
  'waiting-customer': 'Waiting for the customer',
  'waiting-supplier': 'Waiting for a supplier',
  closed: 'Closed',
};

/** The words of the board, in English. */
export const boardEn = {
  title: 'Promises',
  whose: 'Whose promises',
  mine: 'Mine',
  everyone: 'Everyone',
  lanes,
  empty,
  status,
  nextUpdate: 'Next update',
  noPromise: 'Nothing is promised yet',
  keptBy: (name: string) => `kept by ${name}`,
  more: (lane: string) => `Show more: ${lane}`,
  soon: (minutes: number) =>
    plural('en', minutes, { one: 'Due within # minute', other: 'Due within # minutes' }),
  soonOne: (time: string, number: string, owner: string) => `${number}: due ${time}, kept by ${owner}`,
};

/** The shape that every language's board has. */
export type BoardMessages = typeof boardEn;
