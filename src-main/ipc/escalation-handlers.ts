import type { CallError } from '../contract/api.ts';
import type { EscalationCalls, LetterPaper } from '../contract/escalation-api.ts';
import type { ClaimId } from '../domain/brand.ts';
import type { ClaimView } from '../domain/desk.ts';
import type { Escalation, LetterProse, LetterWanted } from '../domain/escalation.ts';
import { exportName } from '../domain/exported.ts';
import type { Locale } from '../domain/intake.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import { composeLetter } from '../letter/compose-letter.ts';
import { letterPages } from '../letter/letter-pages.ts';
import type { Change, ChangeResult } from '../store/claim-change.ts';
import type { NewVersion } from '../store/escalation-store.ts';
import { createDesk } from './desk.ts';
import { savedOr } from './export-handlers.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

type EscalationHandlers = Pick<StaffHandlers, keyof EscalationCalls>;
interface OfEscalation {
  readonly claimId: ClaimId;
  readonly escalationId: string;
}

/** Returns what answers the calls about letters to whoever can decide. */
export function escalationHandlers(parts: ServingParts): EscalationHandlers {
  const { settings, now, pages, shelf } = parts;
  const { escalations } = parts.stores;
  const desk = createDesk(parts);

  function change(
    claimId: ClaimId,
    by: StaffMember,
    work: (change: Change) => ChangeResult,
  ): Result<readonly Escalation[], CallError> {
    const changed = desk.change(claimId, by, work);
    return changed.ok ? ok(escalations.ofClaim(claimId)) : changed;
  }

  function find({ claimId, escalationId }: OfEscalation): Result<Escalation, CallError> {
    const found = escalations.ofClaim(claimId).find(({ id }) => id === escalationId);
    return found ? ok(found) : err({ code: 'not-found', detail: 'no such letter' });
  }

  function compose(
    claimId: ClaimId,
    by: StaffMember,
    written: { readonly wanted: LetterWanted; readonly prose: LetterProse | null; readonly locale: Locale },
  ): Result<NewVersion, CallError> {
    const claim = desk.view(claimId);
    if (!claim.ok) return claim;
    const similar: ClaimView[] = [];
    for (const id of written.wanted.similar) {
      const other = desk.view(id);
      if (!other.ok) return other;
      similar.push(other.value);
    }
    const { store } = settings.current();
    const letter = composeLetter({
      ...{ ...written, claim: claim.value, similar, store },
      ...{ by: by.name, at: now() },
    });
    return ok({ ...written.wanted, letter });
  }

  async function pdfOf(
    asked: OfEscalation & LetterPaper,
  ): Promise<
    Result<
      { readonly pdf: Uint8Array; readonly claim: ClaimView; readonly claims: readonly ClaimId[] },
      CallError
    >
  > {
    const escalation = find(asked);
    if (!escalation.ok) return escalation;
    const claim = desk.view(asked.claimId);
    if (!claim.ok) return claim;
    const { letter, to, similar } = escalation.value.newest;
    const { paper, copy } = asked;
    const made = await pages.make(letterPages({ letter, to, mark: claim.value.number, paper, copy }));
    if (!made.ok) return err({ code: 'not-made', detail: `${made.error.reason}: ${made.error.detail}` });
    const claims = [asked.claimId, ...(copy ? [] : similar)];
    return ok({ pdf: made.value, claim: claim.value, claims });
  }

  return {
    'escalation:of-claim': ({ claimId }) => ok(escalations.ofClaim(claimId)),
    'escalation:draft': ({ claimId, wanted, locale }, by) => {
      const version = compose(claimId, by, { wanted, prose: null, locale });
      if (!version.ok) return version;
      return change(claimId, by, (made) => escalations.draft(made, version.value));
    },
    'escalation:write': ({ claimId, escalationId, version: seen, wanted, prose }, by) => {
      const escalation = find({ claimId, escalationId });
      if (!escalation.ok) return escalation;
      const { locale } = escalation.value.newest.letter;
      const version = compose(claimId, by, { wanted, prose, locale });
      if (!version.ok) return version;
      return change(claimId, by, (made) =>
        escalations.write(made, { id: escalationId, version: seen }, version.value),
      );
    },
    'escalation:send': ({ claimId, escalationId: id, version, how }, by) =>
      change(claimId, by, (made) => escalations.send(made, { id, version }, how)),
    'escalation:answer': ({ claimId, escalationId, text, outcome }, by) =>
      change(claimId, by, (made) => escalations.answer(made, escalationId, { text, outcome })),
    'escalation:withdraw': ({ claimId, escalationId, reason }, by) =>
      change(claimId, by, (made) => escalations.withdraw(made, escalationId, reason)),
    'escalation:pages': async (asked) => {
      const made = await pdfOf(asked);
      if (!made.ok) return made;
      const pictures = await pages.pictures(made.value.pdf);
      return ok({ pages: pictures.map(({ png }) => png), texts: pictures.map(({ text }) => text) });
    },
    'escalation:save': async (asked) => {
      const made = await pdfOf(asked);
      if (!made.ok) return made;
      const { pdf, claim, claims } = made.value;
      const name = exportName([claim.number, asked.copy ? 'letter-copy' : 'letter'], 'pdf');
      return savedOr(await shelf.save({ placeId: asked.placeId, name, bytes: pdf, claims }));
    },
  };
}
