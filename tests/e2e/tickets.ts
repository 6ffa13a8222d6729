import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from './fixtures.ts';
import { keptClaims } from './kept.ts';
import { readQrCode } from './qr-reader.ts';

/** What stands on a ticket. */
export interface Ticket {
  readonly number: string;
  readonly secret: string;
}

/** Returns what stands on the ticket of the newest claim. */
export function newestTicket(dataFolder: string): Ticket {
  const claim = keptClaims(dataFolder).at(-1);
  if (!claim) throw new Error('there is no claim');
  return { number: claim.number, secret: claim.secret };
}

/** Returns what a scanner reads in the code on a ticket's paper, once it is there. */
export async function scannedTicket(dataFolder: string, number: string): Promise<string> {
  const file = join(dataFolder, 'slips', `${number}.png`);
  await expect.poll(() => readFile(file).then(readQrCode, () => null)).not.toBeNull();
  return readQrCode(await readFile(file)) ?? '';
}

/** Returns a secret that is not that one. */
export function otherSecret(secret: string): string {
  return secret === 'AAAAAA' ? 'CCCCCC' : 'AAAAAA';
}
