import path from 'node:path';
import { claimNumber } from '../../src-main/domain/claim-number.ts';
import { periodsUntil } from '../../src-main/domain/period.ts';
import { createReportService } from '../../src-main/reports/report-service.ts';
import { createReportReader } from '../../src-main/store/report-reader.ts';
import { connect } from '../../src-main/store/sqlite.ts';
import { openStores } from './claims.mjs';
import { format, makeRow, timed } from './figures.mjs';
import { createInventor, createRandom } from './invented-claims.mjs';
import {
  anyClerk,
  CLAIMS_WHERE_NOT_TOLD,
  FIRST,
  hireClerks,
  SEED,
  STORE,
  writeMany,
} from './many-claims.mjs';

const ZONE = 'Europe/Helsinki';
const ROUNDS = 5;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How often the main thread looks whether it was held up. */
const TICK_MS = 2;
const FACES = ['calm', 'worried', 'disappointed', 'upset', 'furious'];

/** Measures counting among many claims: the reports on a connection that only reads, and how long main waits for them. */
export async function measureReports({ dataFolder, claims = CLAIMS_WHERE_NOT_TOLD }) {
  const folder = path.join(dataFolder, 'reports');
  const file = path.join(folder, 'claims.db');
  const { db, close } = openStores(folder);
  try {
    const now = fill(db, claims);
    const of = `of ${claims.toLocaleString('en')} claims`;
    const reading = connect(file, { readonly: true, busyMs: 0 });
    try {
      const rows = [
        countingRow(reading, {
          what: `reports of 8 weeks, ${of}`,
          question: { unit: 'week', count: 8 },
          now,
        }),
        countingRow(reading, {
          what: `reports of 12 months, ${of}`,
          question: { unit: 'month', count: 12 },
          now,
        }),
        countingRow(reading, {
          what: `one person’s 8 weeks, ${of}`,
          question: { unit: 'week', count: 8, who: 'person-1' },
          now,
        }),
      ];
      return [...rows, await waitingRow(file, now, of)];
    } finally {
      reading.close();
    }
  } finally {
    close();
  }
}

function questionOf({ unit, count, who = null }, now) {
  return { periods: periodsUntil({ now, zone: ZONE, unit, count }), who, now };
}

function countingRow(db, { what, question, now }) {
  const reader = createReportReader(db);
  const walk = db.prepare('SELECT sum(due) FROM promise').pluck();
  const [ours, floor] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(timed(() => walk.get()));
    ours.push(timed(() => reader.read(questionOf(question, now))));
  }
  return makeRow({
    what,
    unit: 'ms',
    ours,
    floor,
    floorWhat: 'one walk along the promises',
    // A person waits for it, and nothing else does.
    target: { figure: 'p95', atMost: 2_000, of: 'ours' },
  });
}

/** With a worker of its own for each question, as in the app; a tick that comes late was held up. */
async function waitingRow(file, now, of) {
  const service = createReportService({
    workerUrl: new URL('../../src-main/reports/report-worker.ts', import.meta.url),
    file,
  });
  const answers = [];
  const late = [];
  let last = performance.now();
  const ticking = setInterval(() => {
    const at = performance.now();
    late.push(Math.max(0, at - last - TICK_MS));
    last = at;
  }, TICK_MS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    const answer = await service.read(questionOf({ unit: 'week', count: 52 }, now));
    if (!answer.ok) throw new Error(answer.error.detail);
    answers.push(performance.now() - started);
  }
  clearInterval(ticking);
  await service.close();
  return makeRow({
    what: `main held up by reports of 52 weeks, ${of}`,
    unit: 'ms',
    ours: late,
    target: { figure: 'p99', atMost: 16, of: 'ours' },
    notes: [
      `asked to answered, the start of a worker with it: ${answers.map(format).join(', ')} ms`,
      `the longest that main waited: ${format(Math.max(...late))} ms`,
    ],
  });
}

/** Writes the rows that counting reads, without the rest of a claim. Returns the moment after the last of them. */
function fill(db, claims) {
  const invent = createInventor(SEED);
  const random = createRandom(SEED);
  const insert = statements(db);
  // The chain's own hashes are not read here, and its guard would cost more than all the rest.
  db.exec('DROP TRIGGER audit_is_only_appended_to');
  hireClerks(db);
  let last = 0;
  writeMany(db, claims, (at) => {
    const claim = { ...invent(), running: FIRST + at };
    writeClaim(insert, { claim, random, isOpen: at > claims * 0.995 });
    last = claim.takenAt;
  });
  return last + HOUR_MS;
}

function writeClaim(insert, { claim: { running, item, serial, tried, takenAt }, random, isOpen }) {
  const id = `claim-${running}`;
  const who = anyClerk(random);
  const heardAt = takenAt + Math.floor(random() * DAY_MS);
  const closedAt = heardAt + Math.floor(random() * 10 * DAY_MS);
  const broken = random() < 0.1;
  insert.claim.run({
    ...{ running, id, number: claimNumber(STORE, running), item, serial, takenAt },
    status: isOpen ? 'in-work' : 'closed',
    nextDue: isOpen ? closedAt : null,
  });
  insert.feeling.run({ id, seq: 1, face: faceOf(random, 0.4), at: takenAt });
  insert.promise.run({
    id: `${id}-1`,
    claim: id,
    position: 0,
    kind: 'next-update',
    who: null,
    due: heardAt,
    state: 'kept',
    endedAt: heardAt,
  });
  insert.promise.run({
    ...{ id: `${id}-2`, claim: id, position: 1, kind: 'expectation', who, due: closedAt },
    ...(isOpen ? { state: 'open', endedAt: null } : { state: broken ? 'broken' : 'kept', endedAt: closedAt }),
  });
  insert.audit.run({ at: heardAt, event: 'promise-kept', claim: id, subject: `${id}-1`, who });
  if (random() < 0.3) insert.call.run({ id, who, at: heardAt + HOUR_MS });
  if (tried !== '' && random() < 0.2) {
    insert.step.run({ id: `${id}-step`, claim: id, what: tried, serial, who, at: heardAt });
    insert.audit.run({
      at: heardAt,
      event: 'attempt-proposed',
      claim: id,
      subject: `${id}-step failed-before`,
      who,
    });
  }
  if (random() < 0.1) insert.goodwill.run({ id, who, minor: Math.floor(random() * 5_000), at: closedAt });
  if (isOpen) return;
  insert.feeling.run({ id, seq: 2, face: faceOf(random, 0.8), at: closedAt });
  insert.ending.run({ id, who, at: closedAt });
  insert.audit.run({ at: closedAt, event: 'claim-closed', claim: id, subject: '', who });
}

function statements(db) {
  return {
    claim: db.prepare(
      `INSERT INTO claim (running, id, number, request_id, store_code, secret, salt, locale, item_name, item_serial,
         contact_name, contact_phone, contact_email, contact_way, taken_at, status, next_due)
       VALUES (@running, @id, @number, @id, '${STORE}', 'secret', 'salt', 'en', @item, @serial, '', '', '', NULL, @takenAt,
         @status, @nextDue)`,
    ),
    feeling: db.prepare(
      `INSERT INTO feeling (claim_id, seq, face, words, given_at) VALUES (@id, @seq, @face, '', @at)`,
    ),
    promise: db.prepare(
      `INSERT INTO promise (id, claim_id, position, kind, text, owner, owner_id, due, state, given_at, ended_at)
       VALUES (@id, @claim, @position, @kind, 'You will hear from us by Tuesday.', 'Mika', @who, @due, @state, 0, @endedAt)`,
    ),
    call: db.prepare(
      `INSERT INTO note (claim_id, seq, kind, text, written_by, written_at)
       VALUES (@id, 1, 'call', 'We spoke about the seal.', @who, @at)`,
    ),
    step: db.prepare(
      `INSERT INTO staff_attempt (id, claim_id, seq, description, serial, reason, proposed_by, proposed_at, outcome,
         done_by, done_at)
       VALUES (@id, @claim, 1, @what, @serial, 'a new part', @who, @at, 'no', @who, @at)`,
    ),
    goodwill: db.prepare(
      `INSERT INTO goodwill (claim_id, seq, kind, what, minor, currency, reason, decision, decided_by, decided_at)
       VALUES (@id, 1, 'voucher', '', @minor, 'EUR', 'we were late', 'given', @who, @at)`,
    ),
    ending: db.prepare(
      `INSERT INTO claim_ending (claim_id, seq, kind, how, at, closed_by, closed_at)
       VALUES (@id, 1, 'accepted', 'phone', @at, @who, @at)`,
    ),
    audit: db.prepare(
      `INSERT INTO audit (at, event, claim_id, subject, digest, prev_hash, hash, actor)
       VALUES (@at, @event, @claim, @subject, '', '${'0'.repeat(64)}', '${'0'.repeat(64)}', @who)`,
    ),
  };
}

/** A face, milder where `mild` is nearer to 1. */
function faceOf(random, mild) {
  return FACES[Math.min(FACES.length - 1, Math.floor(random() ** (1 + 2 * mild) * FACES.length))];
}
