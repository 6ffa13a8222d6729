import { randomInt, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { ClaimId, Instant } from '../../src-main/domain/brand.ts';
import type { StoreCode } from '../../src-main/domain/claim-number.ts';
import { FEELINGS, type Outcome } from '../../src-main/domain/intake.ts';
import { FIRST_PRINTER_ID } from '../../src-main/domain/printer.ts';
import type { PromiseFigures } from '../../src-main/domain/report.ts';
import type { Result } from '../../src-main/domain/result.ts';
import type { StaffMember } from '../../src-main/domain/staff.ts';
import { createClaimStore } from '../../src-main/store/claim-store.ts';
import { createDeskStores } from '../../src-main/store/desk-stores.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { hashPin } from '../../src-main/store/pin-hash.ts';
import { createPrintJobStore } from '../../src-main/store/print-job-store.ts';
import type { NewPromise } from '../../src-main/store/promise-writer.ts';
import { createStaffStore } from '../../src-main/store/staff-store.ts';
import { intakeOf } from './bridge.ts';
import { databaseFile } from './kept.ts';
import { TEST_PIN_COST } from './kiosk.ts';
import type { Person } from './office.ts';
import { ESPRESSO, SHORT_STORY } from './stories.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const CLAIMS = 40;
/** All within the last eight weeks, and each claim over by now. */
const FIRST_DAYS_AGO = 46;
const DAYS_BETWEEN = 1;

/** What was done in a store's weeks. */
export interface WeeksDone {
  readonly promises: PromiseFigures;
  /** Promises that Sanna owned, of these. */
  readonly hers: PromiseFigures;
  readonly closed: number;
  readonly goodwill: { readonly given: number; readonly refused: number };
}

/**
 * Fills the database of a kiosk that does not run with six weeks of a store, through its own stores on a clock of their
 * own: Mika and Sanna take turns, most promises are kept, some are not.
 */
export async function fillWeeks(
  dataFolder: string,
  [mikaGiven, sannaGiven]: readonly [Person, Person],
): Promise<WeeksDone> {
  const now = Date.now();
  let clock = now - FIRST_DAYS_AGO * DAY_MS;
  const opened = valueOf(openDatabase({ file: databaseFile(dataFolder), now: () => clock as Instant }));
  try {
    const { db } = opened;
    const staff = createStaffStore(db, v7);
    const hire = async ({ pin, ...person }: Person, by: StaffMember | null): Promise<StaffMember> =>
      valueOf(
        staff.add(
          { ...person, pinHash: await hashPin(pin, TEST_PIN_COST) },
          by?.id ?? null,
          clock as Instant,
        ),
      );
    const mika = await hire(mikaGiven, null);
    const sanna = await hire(sannaGiven, mika);
    const claims = createClaimStore(db, {
      now: () => clock as Instant,
      randomInt: (limit) => randomInt(limit),
      newId: v7,
    });
    const jobs = createPrintJobStore(db);
    const stores = createDeskStores(db, { staff, newId: v7 });
    const [all, hers] = [noPromises(), noPromises()];
    let closed = 0;
    const goodwill = { given: 0, refused: 0 };

    for (let index = 0; index < CLAIMS; index += 1) {
      const takenAt = now - (FIRST_DAYS_AGO - index * DAYS_BETWEEN) * DAY_MS;
      const by = index % 3 === 1 ? sanna : mika;
      const at = (hours: number): Instant => (takenAt + hours * HOUR_MS) as Instant;
      const promise = (about: NewPromise['about'], text: string, hours: number): NewPromise => ({
        ...{ about, text, due: at(hours) },
        owner: { id: by.id, name: by.name },
      });
      const settle = (fate: keyof PromiseFigures, owner: StaffMember | null = by): void => {
        all[fate] += 1;
        if (owner === sanna) hers[fate] += 1;
      };
      clock = takenAt;
      const story = index % 2 === 0 ? ESPRESSO : SHORT_STORY;
      const face = FEELINGS[1 + (index % 4)] ?? 'upset';
      const { claimId } = valueOf(
        claims.take({
          intake: { ...intakeOf(story, randomUUID()), feeling: { face, words: '' } },
          storeCode: 'HEL' as StoreCode,
          printerId: FIRST_PRINTER_ID,
          compose: () => ({
            expectations: [],
            promises: [{ kind: 'next-update', text: 'News', owner: 'The counter', due: at(24) }],
            slip: '{}',
          }),
        }),
      );
      for (const { id } of jobs.forClaim(claimId)) {
        jobs.begin(id, at(0));
        jobs.end(id, 'printed', at(0));
      }
      const change = (hours: number) => ({ claimId, by: by.id, at: at(hours) });
      const open = (text: string) => {
        const found = stores.views
          .view(claimId, at(0))
          ?.promises.find((each) => each.text === text && each.state === 'open');
        if (!found) throw new Error(`nobody promised: ${text}`);
        return found.id;
      };

      const next = promise('update', 'More news', 140);
      if (index % 9 === 4) {
        const amends = { apology: 'We forgot to call.', again: null, call: null };
        valueOf(stores.promises.makeAmends(change(30), open('News'), amends, next));
        settle('broken', null);
      } else {
        valueOf(stores.promises.keep(change(1 + (index % 5) * 4), open('News'), next));
        settle('kept', null);
      }
      if (index % 4 === 2) valueOf(stores.life.note(change(32), { kind: 'call', text: 'Told them.' }));
      valueOf(stores.promises.give(change(33), promise('look', 'We look at it', 72)));
      if (index % 7 === 3) {
        const again = promise('look', 'We look at it later', 96);
        valueOf(stores.promises.renegotiate(change(60), open('We look at it'), { how: 'phone', again }));
        settle('renegotiated');
        valueOf(stores.promises.keep(change(90), open('We look at it later'), null));
        settle('kept');
      } else if (index % 11 === 5) {
        const amends = { apology: 'The bench was full.', again: null, call: null };
        valueOf(stores.promises.makeAmends(change(80), open('We look at it'), amends, next));
        settle('broken');
      } else {
        valueOf(stores.promises.keep(change(70), open('We look at it'), null));
        settle('kept');
      }
      tryAgain(stores, { claimId, by: by.id, at: at(50) }, index);
      if (index % 5 === 0) {
        const decision = index % 10 === 5 ? 'refused' : 'given';
        const worth = { minor: 1_000 + index * 25, currency: 'EUR' };
        const given = { kind: 'voucher', what: '', reason: 'it took long', worth, decision } as const;
        valueOf(stores.costs.goodwill(change(60), { ...given, approvedBy: null }));
        goodwill[decision] += 1;
      }
      if (index % 6 === 5) {
        valueOf(stores.promises.keep(change(100), open('More news'), promise('update', 'Still open', 9_000)));
        settle('kept');
      } else {
        const hours = 97 + (index % 8) * 5;
        const feeling = { face: FEELINGS[index % 5 === 4 ? 3 : index % 2] ?? 'calm', words: '' };
        const ending = { kind: 'accepted', how: 'phone', at: at(hours) } as const;
        valueOf(stores.life.close(change(hours), ending, index % 8 === 7 ? null : feeling));
        settle('kept');
        closed += 1;
      }
    }
    return { promises: all, hers, closed, goodwill };
  } finally {
    opened.close();
  }
}

/** Every fourth claim: a step that fails, and is proposed again with a reason. */
function tryAgain(
  { listening, views }: ReturnType<typeof createDeskStores>,
  change: { readonly claimId: ClaimId; readonly by: StaffMember['id']; readonly at: Instant },
  index: number,
): void {
  if (index % 4 !== 0) return;
  const propose = (reason: string | null, outcome: Outcome | null): void => {
    const description = `Cleaned valve ${index}`;
    valueOf(listening.propose(change, { description, serial: '', reason }));
    const id = views.view(change.claimId, change.at)?.staffAttempts.at(-1)?.id ?? '';
    if (outcome !== null) valueOf(listening.finish(change, id, outcome));
  };
  propose(null, 'no');
  propose('with the new tool', index % 8 === 0 ? 'no' : index % 12 === 4 ? 'yes' : null);
}

function noPromises(): { kept: number; broken: number; renegotiated: number } {
  return { kept: 0, broken: 0, renegotiated: 0 };
}

function valueOf<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
