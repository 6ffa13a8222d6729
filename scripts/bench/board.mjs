import path from 'node:path';
import { claimNumber } from '../../src-main/domain/claim-number.ts';
import { LANES } from '../../src-main/domain/claim-life.ts';
import { createBoardReader } from '../../src-main/store/board-reader.ts';
import { createMyDayReader } from '../../src-main/store/my-day-reader.ts';
import { openStores } from './claims.mjs';
import { makeRow, timed } from './figures.mjs';
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

const ROUNDS = 40;
/** As the board asks for them. */
const PAGE = 31;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WARN_MS = HOUR_MS / 2;
const STATUSES = ['new', 'in-work', 'in-work', 'waiting-customer', 'waiting-supplier'];

/**
 * Measures what the board asks of main, in a shop that never closes a claim: most of its promises were broken long ago.
 * All of it runs in the main thread, which nobody may have to wait for longer than a frame.
 */
export async function measureBoard({ dataFolder, claims = CLAIMS_WHERE_NOT_TOLD }) {
  const { db, close } = openStores(path.join(dataFolder, 'board'));
  try {
    const now = fill(db, claims);
    const board = createBoardReader(db);
    const myDay = createMyDayReader(db);
    const of = `${claims.toLocaleString('en')} open claims`;
    const view = (mine) => () => {
      const question = { mine, now, endOfDay: now + 8 * HOUR_MS };
      board.counts(question);
      for (const lane of LANES) board.page(question, lane, null, PAGE);
    };
    return [
      row(`board of everybody, ${of}`, view(null)),
      row(`board of one person, ${of}`, view('person-1')),
      row(`what is about to break, ${of}`, () => board.warnings(now, WARN_MS)),
      row(`hard claims of one person, ${of}`, () => myDay.hardHeld('person-1')),
    ];
  } finally {
    close();
  }
}

function row(what, ask) {
  const ours = Array.from({ length: ROUNDS }, () => timed(ask));
  return makeRow({ what, unit: 'ms', ours, target: { figure: 'p99', atMost: 16, of: 'ours' } });
}

/** Writes the rows that the board reads, without the rest of a claim. Returns the moment at which it is looked at. */
function fill(db, claims) {
  const invent = createInventor(SEED);
  const random = createRandom(SEED);
  const insert = statements(db);
  const now = Date.UTC(2026, 10, 23, 8);
  hireClerks(db);
  writeMany(db, claims, (at) => writeClaim(insert, { claim: invent(), running: FIRST + at, random, now }));
  return now;
}

function writeClaim(insert, { claim: { statement, item, serial }, running, random, now }) {
  const id = `claim-${running}`;
  const when = random();
  const due = Math.round(
    when < 0.6
      ? now - random() * 700 * DAY_MS
      : when < 0.65
        ? now + random() * 8 * HOUR_MS
        : now + DAY_MS + random() * 20 * DAY_MS,
  );
  const status = STATUSES[Math.floor(random() * STATUSES.length)];
  const holder = status === 'new' ? null : anyClerk(random);
  insert.claim.run({
    running,
    id,
    number: claimNumber(STORE, running),
    item,
    serial,
    at: due - 3 * DAY_MS,
    status,
    due,
    holder,
  });
  insert.statement.run({ id, statement, at: due - 3 * DAY_MS });
  insert.feeling.run({ id, at: due - 3 * DAY_MS });
  insert.promise.run({ id: `${id}-1`, claim: id, position: 0, kind: 'next-update', who: null, due });
  if (random() < 0.3)
    insert.promise.run({
      id: `${id}-2`,
      claim: id,
      position: 1,
      kind: 'expectation',
      who: holder,
      due: due + DAY_MS,
    });
}

function statements(db) {
  return {
    claim: db.prepare(
      `INSERT INTO claim (running, id, number, request_id, store_code, secret, salt, locale, item_name, item_serial,
         contact_name, contact_phone, contact_email, contact_way, taken_at, status, next_due, holder)
       VALUES (@running, @id, @number, @id, '${STORE}', 'secret', 'salt', 'en', @item, @serial, '', '', '', NULL, @at,
         @status, @due, @holder)`,
    ),
    statement: db.prepare(
      `INSERT INTO statement (id, claim_id, seq, text, locale, given_at) VALUES (@id, @id, 1, @statement, 'en', @at)`,
    ),
    feeling: db.prepare(
      `INSERT INTO feeling (claim_id, seq, face, words, given_at) VALUES (@id, 1, 'worried', '', @at)`,
    ),
    promise: db.prepare(
      `INSERT INTO promise (id, claim_id, position, kind, text, owner, owner_id, due, state, given_at, ended_at)
       VALUES (@id, @claim, @position, @kind, 'You will hear from us by Tuesday.', 'Mika', @who, @due, 'open', 0, NULL)`,
    ),
  };
}
