import type { CallError, Receipt } from '../contract/api.ts';
import type { Intake } from '../domain/intake.ts';
import type { PrintJobId } from '../domain/brand.ts';
import type { PrintStatus } from '../domain/print-state.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';
import { claimTicket } from '../print/slip/claim-ticket.ts';
import { headedBy } from '../print/slip/parts.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import { firstAnswer } from './expectations.ts';

/**
 * Takes a claim: one transaction with its promises and its print job, and only then the number, the answer and the
 * printer. The same request id again gives the same receipt.
 */
export function submitClaim(
  intake: Intake,
  parts: {
    readonly claims: ClaimStore;
    readonly settings: Settings;
    /** Digest of the picture that heads the ticket, where there is one. */
    readonly letterhead?: string | undefined;
    readonly statusOf: (jobId: PrintJobId) => PrintStatus | null;
    readonly kickPrinter: () => void;
  },
): Result<Receipt, CallError> {
  const { settings } = parts;
  const taken = parts.claims.take({
    intake,
    storeCode: settings.store.code,
    printerId: settings.printers[0].id,
    compose: ({ number, secret, takenAt }) => {
      const answer = firstAnswer(intake, takenAt, settings);
      const slip = claimTicket({
        intake,
        number,
        secret,
        takenAt,
        expectations: answer.expectations,
        nextUpdateDue: answer.nextUpdateDue,
        store: headedBy(settings.store, parts.letterhead),
      });
      return { expectations: answer.expectations, promises: answer.promises, slip: JSON.stringify(slip) };
    },
  });
  if (!taken.ok) return err({ code: 'not-kept', detail: taken.error.detail });
  const print = parts.statusOf(taken.value.jobId);
  if (!print) throw new Error('a claim was kept without its print job');
  // The answer first: the queue begins with a commit of its own, and the customer waits for the number.
  setImmediate(parts.kickPrinter);
  return ok({
    number: taken.value.number,
    takenAt: taken.value.takenAt,
    expectations: taken.value.expectations,
    askFor: settings.store.askFor,
    storePhone: settings.store.phone,
    print,
  });
}
