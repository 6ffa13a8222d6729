import type { ClaimId } from '../../../src-main/domain/brand.ts';
import type { ContactGiven, Intake } from '../../../src-main/domain/intake.ts';
import { createFinder } from '../../../src-main/search/find.ts';
import { createIndexWriter } from '../../../src-main/search/index-writer.ts';
import type { TakenClaim } from '../../../src-main/store/claim-store.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { claimsOf, toTake, value, workshop, type Workshop } from '../store/support.ts';

/** The worker's own script. */
export const WORKER_URL = new URL('../../../src-main/search/search-worker.ts', import.meta.url);

/** A store with claims, and the index over them. */
export interface SearchShop extends Workshop {
  readonly db: Db;
  /** Takes a claim with nothing but what is given. */
  take(given: Partial<Intake>): TakenClaim;
  /** Takes in all that is new, as the app does slice by slice. */
  index(): void;
  /** Returns the ids of the claims that a text finds, the newest first. */
  find(text: string): readonly ClaimId[];
}

/** Someone to reach by nothing. */
export const NOBODY: ContactGiven = { name: '', phone: '', email: '', way: null };

/** Returns a store in a folder of its own. */
export function searchShop(): SearchShop {
  const shop = workshop();
  const { db } = shop.open();
  return {
    ...shop,
    db,
    take: (given) =>
      value(
        claimsOf(db).take(
          toTake({
            feeling: { face: null, words: '' },
            item: { name: '', serial: '' },
            attempts: [],
            wishes: { kinds: [], words: '' },
            contact: NOBODY,
            ...given,
          }),
        ),
      ),
    index: () => indexAll(db),
    find: (text) =>
      createFinder(db)
        .find(text, false)
        .claims.map(({ claimId }) => claimId),
  };
}

/** Takes in all that is new. */
export function indexAll(db: Db): void {
  const writer = createIndexWriter(db);
  while (!writer.step(1).done);
}
