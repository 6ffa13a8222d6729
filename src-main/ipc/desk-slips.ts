import type { CallError } from '../contract/api.ts';
import type { SlipWanted } from '../contract/desk-api.ts';
import type { Instant, PrintJobId } from '../domain/brand.ts';
import type { ClaimView, ShownPromise } from '../domain/desk.ts';
import type { Expectation } from '../domain/expectation.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import { itemLabel } from '../print/slip/item-label.ts';
import type { LentThing } from '../print/slip/lent.ts';
import { headedBy, type SlipStore } from '../print/slip/parts.ts';
import { resolutionSlip } from '../print/slip/resolution-slip.ts';
import type { Slip } from '../print/slip/slip.ts';
import { storeCopy } from '../print/slip/store-copy.ts';
import { updateSlip, type ChangedPromise } from '../print/slip/update-slip.ts';
import type { SealedClaim } from '../store/claim-reader.ts';
import type { Desk } from './desk.ts';
import type { ServingParts } from './parts.ts';

/** What a slip is made of: the claim as staff see it, and as it was given. */
export interface SlipSources {
  readonly claim: ClaimView;
  readonly given: Omit<SealedClaim, 'salt'>;
  /** When the customer's last slip was made. */
  readonly since: Instant;
  readonly at: Instant;
  readonly store: SlipStore & { readonly locale: ClaimView['locale']; readonly askFor: string };
}

/** Makes a slip of the claim as it is now, puts it into the line of the printer that prints tickets, and starts it. */
export function printDeskSlip({
  claim,
  slip: wanted,
  by,
  parts,
  desk,
}: {
  readonly claim: ClaimView;
  readonly slip: SlipWanted;
  readonly by: StaffMember;
  readonly parts: ServingParts;
  readonly desk: Desk;
}): Result<ClaimView, CallError> {
  const { settings, stores, now, printers, newId, letterhead } = parts;
  const given = stores.claims.forSlip(claim.claimId);
  if (!given) throw new Error('a claim that was shown is gone');
  const { store: kept, printers: all } = settings.current();
  const store = headedBy(kept, letterhead.digest());
  const toCustomer = stores.jobs
    .forClaim(claim.claimId)
    .filter(({ kind, state }) => TO_CUSTOMER.has(kind) && state !== 'void');
  const since = toCustomer.at(-1)?.createdAt ?? claim.takenAt;
  const slip = slipOf(wanted, { claim, given, since, at: now(), store });
  if (!slip.ok) return slip;
  const printed = desk.change(claim.claimId, by, (change) =>
    stores.life.queueSlip(change, {
      id: newId() as PrintJobId,
      kind: wanted.kind,
      slip: JSON.stringify(slip.value),
      printerId: all[0].id,
    }),
  );
  if (printed.ok) printers.kick();
  return printed;
}

const TO_CUSTOMER: ReadonlySet<string> = new Set(['ticket', 'update', 'resolution']);

/** Returns a slip of a claim; a resolution only of a closed one, an update only of an open one. */
function slipOf(wanted: SlipWanted, sources: SlipSources): Result<Slip, CallError> {
  const { claim, given, store } = sources;
  const { number, takenAt } = claim;
  const intake = given.claim;
  switch (wanted.kind) {
    case 'item-label':
      return ok(itemLabel({ intake, number, takenAt, store }));
    case 'store-copy': {
      const promises = openPromises(claim).map(({ kind, text, owner, due }) => ({
        ...{ kind, text, due },
        owner: owner.name,
      }));
      return ok(storeCopy({ intake, number, takenAt, promises, store }));
    }
    case 'update':
      return updateOf(wanted, sources);
    case 'resolution':
      return resolutionOf(wanted.done, sources);
  }
}

function updateOf(
  { news, because }: Extract<SlipWanted, { kind: 'update' }>,
  { claim, given, since, at, store }: SlipSources,
): Result<Slip, CallError> {
  const open = openPromises(claim);
  const nextUpdate = open.find(({ kind }) => kind === 'next-update');
  if (!nextUpdate) return err({ code: 'claim-closed', detail: 'there is no next update' });
  const { locale, number } = claim;
  const expectations: Expectation[] = [
    ...open.map(({ text }): Expectation => ({ kind: 'will', text, emphasis: '' })),
    ...claim.expectations
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ kind, text, emphasis }): Expectation => ({ kind, text, emphasis })),
  ];
  return ok(
    updateSlip({
      ...{ locale, number, at, since, news, store, expectations },
      secret: given.secret,
      plan: claim.plans.at(-1)?.text ?? null,
      changed: changedSince(claim, since, because),
      wrongs: apologies(claim)
        .filter(({ writtenAt }) => writtenAt > since)
        .map(({ text }) => text),
      lent: lentOf(claim).filter(({ backAt }) => backAt === null),
      nextUpdateDue: nextUpdate.due,
    }),
  );
}

/** Promises whose date is another one since the customer's last slip; updates that were kept in time are not news. */
function changedSince(claim: ClaimView, since: Instant, because: 'ours' | 'supplier'): ChangedPromise[] {
  return claim.promises.flatMap((before): ChangedPromise[] => {
    const after = claim.promises.find(({ id }) => id === before.replacedBy);
    if (!after || before.endedAt === null || before.endedAt <= since) return [];
    return [
      {
        text: before.text,
        before: before.due,
        after: after.due,
        because: before.state === 'renegotiated' ? 'agreed' : because,
      },
    ];
  });
}

function resolutionOf(done: string, { claim, given, at, store }: SlipSources): Result<Slip, CallError> {
  const ending = claim.endings.at(-1);
  if (claim.status !== 'closed' || !ending) return err({ code: 'wrong-state', detail: claim.status });
  const { locale, number } = claim;
  const atEnd = claim.feelings.filter(({ enteredBy }) => enteredBy !== null).at(-1);
  return ok(
    resolutionSlip({
      ...{ locale, number, at, done, ending, store },
      secret: given.secret,
      charges: claim.charges.filter(({ removedAt }) => removedAt === null),
      researchMinutes: claim.research.reduce((sum, { minutes }) => sum + minutes, 0),
      goodwill: claim.goodwill
        .filter(({ decision }) => decision === 'given')
        .map(({ what, worth }) => ({ what, worth: worth.minor === 0 ? null : worth })),
      wrongs: apologies(claim).map(({ text }) => text),
      lent: lentOf(claim),
      feltAtStart: given.claim.feeling,
      feltAtEnd: atEnd ?? { face: null, words: '' },
    }),
  );
}

function openPromises(claim: ClaimView): ShownPromise[] {
  return claim.promises.filter(({ state }) => state === 'open').sort((one, other) => one.due - other.due);
}

function lentOf({ loaners }: ClaimView): readonly LentThing[] {
  return loaners.map(({ name: what, serial, lentAt: since, due, back }) => ({
    ...{ what, serial, since, due },
    backAt: back?.at ?? null,
  }));
}

function apologies(claim: ClaimView): ClaimView['notes'] {
  return claim.notes.filter(({ kind }) => kind === 'apology');
}
