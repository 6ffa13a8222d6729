import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { Instant, RequestId } from '../../src-main/domain/brand.ts';
import { createClaimStore } from '../../src-main/store/claim-store.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { verifyDatabase } from '../../src-main/store/verify-database.ts';
import { claimToTake, wordsOf } from './claim-of.ts';

/** What hosts said on one database, over all their lives. */
export class Told {
  readonly tried = new Set<RequestId>();
  readonly acknowledged = new Map<RequestId, string>();
  refused = 0;
  last: RequestId | null = null;

  /** Takes one line of a host; half a line of one that was killed says nothing. */
  hear(line: string): void {
    const [what, id, number] = line.split(' ');
    const requestId = id as RequestId;
    if (what === 'try') {
      this.tried.add(requestId);
      this.last = requestId;
    } else if (what === 'ack' && number !== undefined) this.acknowledged.set(requestId, number);
    else if (what === 'refused') this.refused += 1;
  }
}

/** What a judge found; all but the first two and the last must be 0. */
export interface Verdict {
  /** Acknowledged claims, over all lives. */
  acknowledged: number;
  /** Claims that are there and whose answer nobody heard: the end came between COMMIT and the answer. */
  unheard: number;
  /** Acknowledged, and not there. */
  lost: number;
  /** There, but not with exactly what was given. */
  halved: number;
  /** Requests with more than one claim, also after the last one was sent again. */
  doubled: number;
  /** Claims that nobody tried to take, and databases that our own check refuses. */
  unsound: number;
  /** Milliseconds until the database was open again. */
  reopenMs: number;
}

interface Row {
  readonly request_id: RequestId;
  readonly number: string;
  readonly text: string | null;
}

/** Opens the database at `file` as the app does, compares it with what was told, and sends the last request again. */
export function judge(file: string, told: Told): Verdict {
  const now = (): Instant => Date.now() as Instant;
  const started = performance.now();
  const opened = openDatabase({ file, now });
  const reopenMs = performance.now() - started;
  const verdict: Verdict = {
    ...{ acknowledged: told.acknowledged.size, unheard: 0, lost: 0, halved: 0, doubled: 0, unsound: 0 },
    reopenMs,
  };
  if (!opened.ok) return { ...verdict, lost: told.acknowledged.size, unsound: 1 };
  const { db } = opened.value;
  const rows = db
    .prepare<[], Row>(
      'SELECT request_id, number, text FROM claim LEFT JOIN statement ON statement.claim_id = claim.id AND seq = 1',
    )
    .all();
  const found = new Map(rows.map((row) => [row.request_id, row]));
  for (const [requestId, number] of told.acknowledged) {
    if (found.get(requestId)?.number !== number) verdict.lost += 1;
  }
  for (const { request_id: requestId, text } of rows) {
    if (!told.tried.has(requestId)) verdict.unsound += 1;
    if (text !== wordsOf(requestId)) verdict.halved += 1;
    if (!told.acknowledged.has(requestId)) verdict.unheard += 1;
  }
  verdict.doubled = rows.length - found.size;
  if (!verifyDatabase(db).ok) verdict.unsound += 1;
  if (told.last !== null) sendAgain(told.last);
  opened.value.close();
  return verdict;

  /** The customer's screen had no answer, and asks again. */
  function sendAgain(requestId: RequestId): void {
    const claims = createClaimStore(db, { now, randomInt: (limit) => randomInt(limit), newId: v7 });
    const wasThere = found.has(requestId);
    const again = claims.take(claimToTake(requestId));
    if (!again.ok || again.value.created === wasThere) verdict.unsound += 1;
    else told.acknowledged.set(requestId, again.value.number);
    const of = db.prepare<[string], number>('SELECT count(*) FROM claim WHERE item_serial = ?').pluck();
    if (of.get(requestId) !== 1) verdict.doubled += 1;
  }
}
