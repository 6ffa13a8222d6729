import { setImmediate } from 'node:timers/promises';
import { messagesFor } from '../../resources/messages/catalogue.ts';
import type { CallError } from '../contract/api.ts';
import type { KnownIssueCalls, KnownIssuesOfClaim } from '../contract/known-issue-api.ts';
import type { ClaimId, Instant } from '../domain/brand.ts';
import { usualKind, type HonestLine, type KnownIssue, type KnownIssueId } from '../domain/known-issue.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { weeksUntil } from '../domain/weeks.ts';
import type { DeskFault } from '../store/claim-change.ts';
import type { Spans } from '../store/known-issue-reader.ts';
import { storageFailure } from '../store/sqlite.ts';
import { createDesk } from './desk.ts';
import { packKnownIssue } from './known-issue-pack.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

type KnownIssueHandlers = Pick<StaffHandlers, keyof KnownIssueCalls>;

/** Rows of a page: more than a screen shows, and few enough for one frame. */
const PAGE = 30;
/** Weeks of a chart: half a year. */
const WEEKS = 26;
const RECENT_MS = 30 * 24 * 3_600_000;
/** Lines that are changed before main looks whether somebody wants something. */
const AT_ONCE = 20;

/** Returns what answers the calls about known issues. */
export function knownIssueHandlers(parts: ServingParts): KnownIssueHandlers {
  const { settings, now, onClaimsChanged } = parts;
  const { knownIssues, search } = parts.stores;
  const desk = createDesk(parts);

  function spans(): Spans {
    const at = now();
    return {
      recentFrom: (at - RECENT_MS) as Instant,
      weeks: weeksUntil(at, settings.current().store.zone, WEEKS),
    };
  }

  function view(issueId: KnownIssueId): Result<KnownIssue, CallError> {
    const issue = knownIssues.get(issueId, spans());
    return issue ? ok(issue) : err({ code: 'not-found', detail: 'no such known issue' });
  }

  /** Every open claim says what is true before this is done; what a power cut leaves is found by the housekeeping. */
  async function renewEveryLine(): Promise<Result<null, CallError>> {
    for (;;) {
      const renewed = kept(() => knownIssues.renewLines(AT_ONCE, now()));
      if (!renewed.ok) return renewed;
      if (renewed.value === 0) return ok(null);
      await setImmediate();
    }
  }

  async function ofClaim(claimId: ClaimId): Promise<Result<KnownIssuesOfClaim, CallError>> {
    const joined = knownIssues.ofClaim(claimId);
    const found = await search.similar(claimId);
    // The page of a claim does not wait for an index that is made anew.
    if (!found.ok) return ok({ joined, suggested: [], similar: null });
    if (!found.value) return err({ code: 'not-found', detail: 'no such claim' });
    const ids = found.value.map((similar) => similar.claimId);
    return ok({ joined, suggested: knownIssues.among(ids, claimId), similar: found.value });
  }

  return {
    'known-issue:list': ({ closed, after }) =>
      ok(
        paged(knownIssues.list(closed, after, PAGE + 1, spans()), ({ changedAt, id }) => ({ changedAt, id })),
      ),
    'known-issue:view': ({ issueId }) => view(issueId),
    'known-issue:claims': ({ issueId, after }) =>
      ok(paged(knownIssues.claims(issueId, after, PAGE + 1), whereOf)),
    'known-issue:customers': ({ issueId, told, after }) =>
      ok(paged(knownIssues.customers(issueId, told, after, PAGE + 1), whereOf)),
    'known-issue:of-claim': ({ claimId }) => ofClaim(claimId),
    'known-issue:open': ({ claimIds, ...words }, by) => {
      const opened = kept(() => {
        const id = knownIssues.open({ by: by.id, at: now() }, words, firstLine());
        // A claim that is gone by now joins nothing; the others do.
        for (const claimId of new Set(claimIds)) knownIssues.join({ claimId, by: by.id, at: now() }, id);
        return { issueId: id };
      });
      onClaimsChanged();
      return opened;
    },
    'known-issue:join': ({ claimId, issueId }, by) =>
      desk.change(claimId, by, (change) => knownIssues.join(change, issueId)),
    'known-issue:leave': ({ claimId, issueId }, by) =>
      desk.change(claimId, by, (change) => knownIssues.leave(change, issueId)),
    'known-issue:change': async ({ issueId, ...given }, by) => {
      const changed = unfaulted(kept(() => knownIssues.change({ by: by.id, at: now() }, issueId, given)));
      if (!changed.ok) return changed;
      const renewed = await renewEveryLine();
      onClaimsChanged();
      return renewed.ok ? view(issueId) : renewed;
    },
    'known-issue:tell': ({ claimId, issueId, how }, by) => {
      const told = desk.change(claimId, by, (change) => knownIssues.tell(change, issueId, how));
      return told.ok ? view(issueId) : told;
    },
    'known-issue:pack': (wanted, by) => {
      const issue = view(wanted.issueId);
      return issue.ok ? packKnownIssue({ ...wanted, issue: issue.value, by, parts }) : issue;
    },
  };
}

/** One row more than a page was asked for, to know whether there are more. */
function paged<Row, Cursor>(
  found: readonly Row[],
  cursorOf: (row: Row) => Cursor,
): { readonly rows: readonly Row[]; readonly next: Cursor | null } {
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return { rows, next: found.length > PAGE && last ? cursorOf(last) : null };
}

function whereOf({ takenAt, claimId }: { readonly takenAt: Instant; readonly claimId: ClaimId }): {
  readonly takenAt: Instant;
  readonly claimId: ClaimId;
} {
  return { takenAt, claimId };
}

/** What is said of one that nobody looked into yet. */
function firstLine(): HonestLine {
  const text = (locale: 'en' | 'ar'): string => messagesFor(locale).office.knownIssues.lines.suspected;
  return { kind: usualKind('suspected'), texts: { en: text('en'), ar: text('ar') } };
}

/** Runs a change; a disk that refuses is an error that staff can read, and a bug is thrown on. */
function kept<T>(work: () => T): Result<T, CallError> {
  try {
    return ok(work());
  } catch (error) {
    const failure = storageFailure(error);
    if (!failure) throw error;
    return err(failure);
  }
}

function unfaulted<T>(result: Result<Result<T, DeskFault>, CallError>): Result<T, CallError> {
  if (!result.ok) return result;
  if (result.value.ok) return result.value;
  const { code, detail } = result.value.error;
  return err({ code: code === 'no-such-claim' ? 'not-found' : code, detail });
}
