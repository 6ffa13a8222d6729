import { v7 } from 'uuid';
import type { ClaimId, Instant } from '../../../../src-main/domain/brand.ts';
import type { ClaimView, ShownPromise } from '../../../../src-main/domain/desk.ts';
import type { Intake } from '../../../../src-main/domain/intake.ts';
import type { StaffMember } from '../../../../src-main/domain/staff.ts';
import type { Change } from '../../../../src-main/store/claim-change.ts';
import type { ClaimStore } from '../../../../src-main/store/claim-store.ts';
import { createDeskStores, type DeskStores } from '../../../../src-main/store/desk-stores.ts';
import type { NewPromise } from '../../../../src-main/store/promise-writer.ts';
import type { Db } from '../../../../src-main/store/sqlite.ts';
import { createStaffStore } from '../../../../src-main/store/staff-store.ts';
import { after, claimsOf, HOUR_MS, MINUTE_MS, NOON, toTake, value, type Workshop } from '../support.ts';

/** A shop with two people and their stores; the clock is whatever a change says. */
export interface DeskShop extends DeskStores {
  readonly db: Db;
  readonly claims: ClaimStore;
  readonly mika: StaffMember;
  readonly aino: StaffMember;
  /** Takes a claim at noon; its next update is due an hour later. */
  take(given?: Partial<Intake>): ClaimId;
  /** A change of a claim by Mika, one minute past noon where no time is given. */
  change(claimId: ClaimId, at?: Instant, by?: StaffMember): Change;
  /** The claim as it is at that time. */
  see(claimId: ClaimId, at?: Instant): ClaimView;
  /** A promise of Mika's, due two hours after noon. */
  promise(given?: Partial<NewPromise>): NewPromise;
}

/** One minute past noon: when things are done. */
export const THEN = after(MINUTE_MS);

/** Returns the back office's stores of a workshop. */
export function deskShop(shop: Workshop): DeskShop {
  const { db } = shop.open();
  const staff = createStaffStore(db, v7);
  const person = { locale: 'en', pinHash: 'x' } as const;
  const mika = value(staff.add({ ...person, name: 'Mika', role: 'clerk' }, null, NOON));
  const aino = value(staff.add({ ...person, name: 'Aino', role: 'technician' }, null, NOON));
  const claims = claimsOf(db);
  const stores = createDeskStores(db, { staff, newId: v7 });
  return {
    ...stores,
    db,
    claims,
    mika,
    aino,
    take: (given) => value(claims.take(toTake(given))).claimId,
    change: (claimId, at = THEN, by = mika) => ({ claimId, by: by.id, at }),
    see(claimId, at = THEN) {
      const view = stores.views.view(claimId, at);
      if (!view) throw new Error('the claim is gone');
      return view;
    },
    promise: (given) => ({
      about: 'look',
      text: 'We look at it.',
      owner: { id: mika.id, name: mika.name },
      due: after(2 * HOUR_MS),
      ...given,
    }),
  };
}

/** Returns the open next update of a claim. */
export function nextUpdateOf(view: ClaimView): ShownPromise {
  const found = view.promises.filter(({ kind, state }) => kind === 'next-update' && state === 'open');
  const [only] = found;
  if (found.length !== 1 || !only) throw new Error(`${found.length} next updates`);
  return only;
}

/** Returns the promise of a text. */
export function promiseOf(view: ClaimView, text: string): ShownPromise {
  const found = view.promises.find((promise) => promise.text === text);
  if (!found) throw new Error(`nobody promised: ${text}`);
  return found;
}

/** Returns the events of a claim's history with their subject and whether somebody did them. */
export function eventsOf(view: ClaimView): string[] {
  return view.timeline.map(({ event }) => event);
}
