import type { ClaimId } from '../domain/brand.ts';
import type { DeskEvent } from '../domain/claim-event.ts';
import type { FeelingGiven } from '../domain/intake.ts';
import type { Db } from './sqlite.ts';
import { feelingDigest, statementDigest, understandingDigest } from './words-digest.ts';

/** How what was written down after the kiosk differs from its record. */
export type LaterFault = 'altered' | 'missing' | 'added';

/** What was written down on claims after they were taken, beside its digests in the history. */
export interface LaterWords {
  /**
   * Returns how a claim's further statements, feelings and understandings differ from the history; null for not. What
   * was recorded up to the row `sealedTo` of it has no digest any more that could be compared with (0: all has).
   */
  fault(claimId: ClaimId, salt: string, sealedTo: number): LaterFault | null;
  /** Returns the digests, as they are now, of what was recorded up to that row of the history: what a seal is made of. */
  sealed(claimId: ClaimId, salt: string, upTo: number): readonly (readonly string[])[];
}

interface Recorded {
  readonly seq: number;
  readonly event: DeskEvent;
  readonly digest: string;
}

/** A feeling may be said at closing too: that row has a digest then. */
const EVENTS = {
  statements: ['statement-added'],
  feelings: ['feeling-added', 'claim-closed'],
  understandings: ['understanding-written'],
} as const satisfies Record<string, readonly DeskEvent[]>;

/** Returns the comparison in `db`. Its methods throw what SQLite throws. */
export function createLaterWords(db: Db): LaterWords {
  // The conditions of the history's index are named, or it would not be used.
  const recorded = db.prepare<[string], Recorded>(
    `SELECT seq, event, digest FROM audit
     WHERE claim_id = ? AND claim_id IS NOT NULL AND event <> 'claim-taken' AND digest <> '' ORDER BY seq`,
  );
  const statements = db.prepare<[string], { id: string; text: string }>(
    'SELECT id, text FROM statement WHERE claim_id = ? AND seq > 1 ORDER BY seq',
  );
  const feelings = db.prepare<[string], FeelingGiven>(
    'SELECT face, words FROM feeling WHERE claim_id = ? AND seq > 1 ORDER BY seq',
  );
  const understandings = db
    .prepare<[string], string>('SELECT text FROM understanding WHERE claim_id = ? ORDER BY version')
    .pluck();

  /** Each kind with its rows in the history and its digests as they are now. */
  function kinds(
    claimId: ClaimId,
    salt: string,
  ): readonly { rows: readonly Recorded[]; kept: readonly string[] }[] {
    const rows = recorded.all(claimId);
    const of = (events: readonly DeskEvent[]): readonly Recorded[] =>
      rows.filter(({ event }) => events.includes(event));
    return [
      {
        rows: of(EVENTS.statements),
        kept: statements.all(claimId).map((each) => statementDigest(salt, each)),
      },
      { rows: of(EVENTS.feelings), kept: feelings.all(claimId).map((each) => feelingDigest(salt, each)) },
      {
        rows: of(EVENTS.understandings),
        kept: understandings.all(claimId).map((each) => understandingDigest(salt, each)),
      },
    ];
  }

  return {
    fault(claimId, salt, sealedTo) {
      for (const { rows, kept } of kinds(claimId, salt)) {
        const sealed = rows.filter(({ seq }) => seq <= sealedTo).length;
        const fault = differ(
          rows.slice(sealed).map(({ digest }) => digest),
          kept.slice(sealed),
        );
        if (fault !== null) return fault;
      }
      return null;
    },
    sealed: (claimId, salt, upTo) =>
      kinds(claimId, salt).map(({ rows, kept }) =>
        kept.slice(0, rows.filter(({ seq }) => seq <= upTo).length),
      ),
  };
}

function differ(recorded: readonly string[], kept: readonly string[]): LaterFault | null {
  if (kept.length < recorded.length) return 'missing';
  if (kept.length > recorded.length) return 'added';
  return recorded.every((digest, index) => digest === kept[index]) ? null : 'altered';
}
