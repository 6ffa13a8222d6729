import { setTimeout } from 'node:timers/promises';
import type { CallError } from '../contract/api.ts';
import type { PrivacyCalls } from '../contract/privacy-api.ts';
import { backupsForget } from '../domain/backup.ts';
import type { ClaimId, Instant } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import { HELD_KINDS } from '../domain/erasure.ts';
import { exportName, type PlaceId } from '../domain/exported.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import type { AnySlip } from '../print/slip/test-slip.ts';
import { heldFile, type HeldFile } from '../privacy/held-files.ts';
import { personPages } from '../privacy/person-pages.ts';
import { personJson, withoutOthers, type ClaimRecord, type PersonRecord } from '../privacy/person-record.ts';
import type { ErasureFault } from '../store/erasure-store.ts';
import { isOfTheDisk, storageFailure } from '../store/sqlite.ts';
import { createDesk } from './desk.ts';
import { savedOr } from './export-handlers.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

type PrivacyHandlers = Pick<StaffHandlers, keyof PrivacyCalls>;

/** How often the log is tried to be cut off while a search or a report reads. */
const CUT_TRIES = 20;
const CUT_PAUSE_MS = 50;

/** Returns what answers the calls about what is held on a person. */
export function privacyHandlers(parts: ServingParts): PrivacyHandlers {
  const { stores, settings, personFiles, claimFiles, paper, printers, pages, shelf, now } = parts;
  const { erasures, exports, persons, escalations, jobs, purges } = stores;
  const desk = createDesk(parts);

  /** Returns the claims, all of which have their words. */
  function views(ids: readonly ClaimId[]): Result<readonly ClaimView[], CallError> {
    const found: ClaimView[] = [];
    for (const id of ids) {
      const view = desk.view(id);
      if (!view.ok) return view;
      if (view.value.erasure.erasedAt !== null) return err({ code: 'erased', detail: view.value.number });
      found.push(view.value);
    }
    return ok(found);
  }

  async function recordOf(claim: ClaimView, at: Instant): Promise<ClaimRecord> {
    const { claimId, number } = claim;
    const slips: ClaimRecord['slips'][number][] = [];
    for (const { slip, copy, kind, createdAt, printerId } of jobs.forClaim(claimId)) {
      const printer = printers.all().find(({ id }) => id === printerId) ?? printers.all()[0];
      const made = await paper.make({
        slip: JSON.parse(slip) as AnySlip,
        ...{ copy, columns: printer.columns, want: 'picture' },
      });
      if (!made.ok) throw new Error(made.error);
      slips.push({ kind, madeAt: createdAt, text: made.value.text });
    }
    const files: HeldFile[] = [];
    for (const each of claimFiles.of(claimId, at)) {
      const { ok: isWhole } = await claimFiles.read(each);
      files.push(heldFile(each, { number, at, isWhole }));
    }
    return {
      claim,
      letters: escalations.ofClaim(claimId).map(withoutOthers),
      files,
      slips,
      thanks: persons.thanks(claimId),
    };
  }

  async function bytesOf(
    record: PersonRecord,
    { format, paper: size }: Pick<PrivacyCalls['privacy:export']['input'], 'format' | 'paper'>,
  ): Promise<Result<Uint8Array, CallError>> {
    if (format === 'json') return ok(personJson(record));
    const made = await pages.make(personPages(record, size));
    return made.ok ? made : err({ code: 'not-made', detail: `${made.error.reason}: ${made.error.detail}` });
  }

  /** Puts the photos and files of a claim beside the list that names them. */
  async function saveFiles(
    { claim: { claimId }, files }: ClaimRecord,
    given: { readonly placeId: PlaceId; readonly at: Instant },
  ): Promise<Result<null, CallError>> {
    for (const [place, attachment] of claimFiles.of(claimId, given.at).entries()) {
      const name = files[place]?.file;
      if (!name) continue;
      const bytes = await claimFiles.read(attachment);
      if (!bytes.ok) return bytes;
      const { placeId } = given;
      const saved = savedOr(await shelf.save({ placeId, name, bytes: bytes.value, claims: [claimId] }));
      if (!saved.ok) return saved;
    }
    return ok(null);
  }

  /** Returns why one of them cannot be erased, before any is. */
  function erasable(claims: readonly ClaimView[]): Result<null, CallError> {
    const open = claims.find(({ status }) => status !== 'closed');
    if (open) return err({ code: 'claim-open', detail: open.number });
    const printing = claims.find(({ claimId }) =>
      jobs.forClaim(claimId).some(({ state }) => state === 'sending'),
    );
    return printing ? err({ code: 'printing', detail: printing.number }) : ok(null);
  }

  /** Files first: what cannot be removed keeps the claim from being called erased. Once more for what came meanwhile. */
  async function erase({ claimId, number }: ClaimView, by: StaffMember): Promise<Result<null, CallError>> {
    const names = exports.filesOf(claimId);
    await personFiles.remove({ number, names });
    const at = now();
    const erased = erasures.erase(claimId, { why: 'asked', by: by.id, at });
    if (!erased.ok) return err({ code: CODES[erased.error], detail: number });
    parts.rememberErasure({ claimId, at });
    await personFiles.remove({ number, names: exports.filesOf(claimId) });
    for (const name of exports.filesOf(claimId)) exports.forget(name);
    return ok(null);
  }

  async function cutLog(): Promise<void> {
    for (let left = CUT_TRIES; left > 0; left -= 1) {
      if (erasures.cutLog()) return;
      await setTimeout(CUT_PAUSE_MS);
    }
    parts.cutLogSoon();
  }

  return {
    'privacy:held': async ({ claimId }) => {
      const view = desk.view(claimId);
      if (!view.ok) return view;
      const { number } = view.value;
      const files = await personFiles.count({ number, names: exports.filesOf(claimId) });
      const counts = new Map(persons.counts(claimId).map(({ kind, count }) => [kind, count]));
      for (const kind of ['pictures', 'exports'] as const) counts.set(kind, files[kind]);
      return ok({
        counts: HELD_KINDS.map((kind) => ({ kind, count: counts.get(kind) ?? 0 })).filter(
          ({ count }) => count > 0,
        ),
        others: await persons.candidates(claimId),
        backupsUntil: backupsForget(now()),
      });
    },
    'privacy:export': async ({ claimIds, placeId, format, paper: size }, by) => {
      const claims = views(claimIds);
      if (!claims.ok) return claims;
      const records: ClaimRecord[] = [];
      const at = now();
      for (const claim of claims.value) records.push(await recordOf(claim, at));
      const { name, address, zone } = settings.current().store;
      const bytes = await bytesOf(
        { store: { name, address }, zone, at, claims: records },
        { format, paper: size },
      );
      if (!bytes.ok) return bytes;
      // First on record, then out of the house: nothing leaves it that nobody knows of.
      persons.recordExport(claimIds, by.id, now());
      for (const record of records) {
        const saved = await saveFiles(record, { placeId, at });
        if (!saved.ok) return saved;
      }
      const file = exportName([claims.value[0]?.number ?? '', 'everything-held'], format);
      return savedOr(await shelf.save({ placeId, name: file, bytes: bytes.value, claims: claimIds }));
    },
    'privacy:erase': async ({ claimIds }, by) => {
      const claims = views(claimIds);
      if (!claims.ok) return claims;
      const can = erasable(claims.value);
      if (!can.ok) return can;
      try {
        for (const claim of claims.value) {
          const done = await erase(claim, by);
          if (!done.ok) return done;
        }
      } catch (error) {
        const failure = storageFailure(error);
        if (failure) return err(failure);
        if (isOfTheDisk(error)) return err({ code: 'not-kept', detail: error.message });
        throw error;
      } finally {
        parts.onClaimsChanged();
        await cutLog();
      }
      return ok({ erased: claims.value.length, backupsUntil: backupsForget(now()) });
    },
    'privacy:purged': () => ok(purges.latest()),
  };
}

const CODES = {
  'no-such-claim': 'not-found',
  'claim-open': 'claim-open',
  erased: 'erased',
  printing: 'printing',
} as const satisfies Record<ErasureFault, CallError['code']>;
