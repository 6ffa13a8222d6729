import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { ClaimId, Instant, Zone } from '../../../src-main/domain/brand.ts';
import { periodsUntil } from '../../../src-main/domain/period.ts';
import { createIndexWriter } from '../../../src-main/search/index-writer.ts';
import { verifyIndex } from '../../../src-main/search/verify.ts';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import { ERASED_TABLES } from '../../../src-main/store/erased-columns.ts';
import { createErasureStore, type ErasureStore } from '../../../src-main/store/erasure-store.ts';
import { createPrintJobStore } from '../../../src-main/store/print-job-store.ts';
import { createReportReader } from '../../../src-main/store/report-reader.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { verifyDatabase } from '../../../src-main/store/verify-database.ts';
import { randomOf } from '../../fixtures/random.ts';
import { deskShop, nextUpdateOf, type DeskShop } from './desk/support.ts';
import { fillEveryColumn, fullClaim } from './everything-filled.ts';
import { after, failure, HOUR_MS, value, workshop } from './support.ts';

const LATER = after(HOUR_MS);

function erasures(db: Db): ErasureStore {
  const index = createIndexWriter(db);
  return createErasureStore(db, [
    ({ running }) => {
      index.forget(running);
      return () => undefined;
    },
  ]);
}

function indexAll(db: Db): void {
  const index = createIndexWriter(db);
  while (!index.step(50).done);
}

/** Returns those of the words of which a trace is in a file of the folder, as UTF-8 or as UTF-16. */
function tracesIn(folder: string, words: Iterable<string>): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return [...words].filter((word) =>
    // The index keeps words folded, and the end of one where the beginning is the same as of the one before.
    [word, word.toLowerCase(), word.toLowerCase().slice(-10)].some((form) =>
      (['utf8', 'utf16le'] as const).some((encoding) =>
        files.some((bytes) => bytes.includes(Buffer.from(form, encoding))),
      ),
    ),
  );
}

function figures({ db }: DeskShop): unknown {
  const zone = 'Europe/Helsinki' as Zone;
  const now = after(30 * 24 * HOUR_MS);
  const reports = createReportReader(db);
  const [today, tomorrow] = periodsUntil({ now: LATER, zone, unit: 'day', count: 2 });
  if (!today || !tomorrow) throw new Error('no days');
  // It names things, as their owners wrote them: those that are erased leave it.
  const { repeatedItems: _, ...series } = reports.read({
    periods: periodsUntil({ now, zone, unit: 'week', count: 6 }),
    who: null,
    now,
  });
  const { auditHead: __, ...day } = reports.day({ today: tomorrow, tomorrow: today, now: LATER });
  return { series, day };
}

function seen(desk: DeskShop, id: ClaimId): unknown {
  const { timeline: _, failedElsewhere: __, ...view } = desk.see(id, LATER);
  return view;
}

test('nothing of one person is left in any file, all of the others is, and the history still verifies', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const { db } = desk;
  const next = randomOf(7);
  const before = Array.from({ length: 12 }, () => fullClaim(desk));
  const id = fullClaim(desk);
  const others = [...before, ...Array.from({ length: 12 }, () => fullClaim(desk))];
  const words = fillEveryColumn(
    db,
    id,
    (place) => `${place.replaceAll(/\W/g, '')}x${randomBytes(8).toString('hex')}`,
  );
  expect([...words.keys()]).toEqual(
    ERASED_TABLES.flatMap(({ table, columns }) => Object.keys(columns).map((column) => `${table}.${column}`)),
  );
  indexAll(db);
  // Pages are split, joined and freed around it.
  for (let round = 0; round < 120; round += 1) {
    const other = desk.take({ statement: 'Noise. '.repeat(1 + Math.floor(next() * 400)) });
    db.prepare('UPDATE claim SET place = ? WHERE id = ?').run('x'.repeat(Math.floor(next() * 200)), other);
  }
  indexAll(db);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const folder = dirname(shop.file);
  const hidden = tracesIn(folder, words.values());
  expect(hidden).toHaveLength(words.size);
  const figuresBefore = figures(desk);
  const othersBefore = others.map((other) => seen(desk, other));

  const store = erasures(db);
  expect(value(store.erase(id, { why: 'asked', by: desk.aino.id, at: LATER }))).toMatchObject({
    claimId: id,
  });
  expect(store.cutLog()).toBe(true);
  expect(tracesIn(folder, words.values())).toEqual([]);
  indexAll(db);
  expect(store.cutLog()).toBe(true);
  expect(tracesIn(folder, words.values())).toEqual([]);

  expect(verifyIndex(db)).toBeNull();
  // Its own words were put there past the history, which says so of no other claim.
  expect(verifyDatabase(db)).toMatchObject({ ok: true });
  expect(figures(desk)).toEqual(figuresBefore);
  expect(others.map((other) => seen(desk, other))).toEqual(othersBefore);
  const { number } = desk.see(id, LATER);
  expect(desk.see(id, LATER)).toMatchObject({ status: 'closed', charges: [{ price: { minor: 900 } }] });
  expect(desk.see(id, LATER).feelings.map(({ face }) => face)).toEqual(['upset', 'furious']);
  expect(
    db.prepare(`SELECT claim_id FROM audit WHERE event = 'person-erased' AND actor = ?`).all(desk.aino.id),
  ).toEqual([{ claim_id: id }]);
  expect(
    db
      .prepare('SELECT ids FROM search_document WHERE running = (SELECT running FROM claim WHERE id = ?)')
      .pluck()
      .get(id),
  ).toBe(number.toLowerCase().replaceAll('-', ''));
  expect(createPrintJobStore(db).forClaim(id)).toEqual([]);
  expect(desk.escalations.ofClaim(id)).toEqual([]);
});

test('a case that was told of in the letter of another leaves that letter too, which is else as it was', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const [told, kept] = [fullClaim(desk), fullClaim(desk)];
  const teller = desk.take();
  const record = (text: string) => ({ voice: 'customer', text, notes: ['Claim'] }) as const;
  const letter = {
    ...({ locale: 'en' } as const),
    ...{ from: [], date: '', reference: '', subject: 'S', signature: [] },
    sections: [
      { name: 'similar', heading: '', prose: 'Alike', records: [record('One'), record('Other')] },
      { name: 'words', heading: '', prose: '', records: [record('Mine')] },
    ],
  } as const;
  const to = { name: 'A', organisation: '', address: '' };
  value(
    desk.escalations.draft(desk.change(teller), {
      to,
      letter,
      asked: 'B',
      due: LATER,
      similar: [told, kept],
    }),
  );
  value(erasures(desk.db).erase(told, { why: 'asked', by: null, at: LATER }));
  const [after_] = desk.escalations.ofClaim(teller);
  expect(after_?.newest.letter.sections).toEqual([
    {
      ...letter.sections[0],
      records: [{ ...record('—'), notes: [] }, record('Other')],
    },
    letter.sections[1],
  ]);
  expect(() => desk.db.exec(`UPDATE escalation_version SET asked = 'C'`)).toThrow('never changed');
});

test('an open claim is not erased, nor one twice, and nothing is written on one that was', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const store = erasures(desk.db);
  const how = { why: 'asked', by: desk.mika.id, at: LATER } as const;
  const open = desk.take();
  expect(failure(store.erase(open, how))).toBe('claim-open');
  expect(failure(store.erase('nobody' as ClaimId, how))).toBe('no-such-claim');
  const id = fullClaim(desk);
  createPrintJobStore(desk.db).begin(
    createPrintJobStore(desk.db).forClaim(id)[0]?.id ?? ('' as never),
    LATER,
  );
  expect(failure(store.erase(id, how))).toBe('printing');
  desk.db.exec(`UPDATE print_job SET state = 'printed', ended_at = 1 WHERE state = 'sending'`);
  value(store.erase(id, how));
  expect(failure(store.erase(id, how))).toBe('erased');
  const reopened = desk.life.reopen(
    desk.change(id, LATER),
    desk.promise({ about: 'update', due: after(2 * HOUR_MS) }),
  );
  expect(failure(reopened).code).toBe('erased');
  expect(() => desk.db.prepare(`UPDATE claim SET status = 'new' WHERE id = ?`).run(id)).toThrow(
    'stays as it is',
  );
  expect(() => desk.db.prepare(`UPDATE claim SET erased_at = NULL WHERE id = ?`).run(id)).toThrow('stays');
  expect(() => desk.db.prepare(`UPDATE statement SET text = 'Sunny' WHERE claim_id = ?`).run(id)).toThrow(
    'never edited',
  );
  expect(() => desk.db.prepare(`UPDATE statement SET text = '—' WHERE claim_id = ?`).run(open)).toThrow(
    'never edited',
  );
  expect(() =>
    desk.db.prepare(`UPDATE claim SET erased_at = 1, erased_why = 'age' WHERE id = ?`).run(open),
  ).toThrow('only a closed');
});

test('whatever is changed on an erased claim is found, and so is an erasure that nobody put on record', () => {
  using shop = workshop();
  const desk = deskShop(shop);
  const { db } = desk;
  const [id, contactless, other] = [fullClaim(desk), fullClaim(desk), fullClaim(desk)];
  const store = erasures(db);
  value(store.erase(id, { why: 'asked', by: null, at: LATER }));
  value(store.eraseContact(contactless, LATER));
  const changes: readonly [sql: string, id: ClaimId][] = [
    [`UPDATE claim SET contact_name = 'Aino' WHERE id = ?`, id],
    [`UPDATE claim SET contact_name = 'Aino' WHERE id = ?`, contactless],
    [`UPDATE claim SET salt = 'x' WHERE id = ?`, contactless],
    [`UPDATE feeling SET words = 'fine' WHERE claim_id = ?`, id],
    [`UPDATE feeling SET face = 'calm' WHERE claim_id = ? AND seq = 2`, id],
    [`UPDATE understanding SET text = 'It sings.' WHERE claim_id = ?`, contactless],
    [`UPDATE claim SET contact_erased_at = 1 WHERE id = ?`, contactless],
    [`UPDATE claim SET contact_erased_at = 1 WHERE id = ?`, other],
    [`UPDATE claim SET contact_erased_at = NULL WHERE id = ?`, contactless],
    [`DELETE FROM feeling WHERE claim_id = ? AND seq = 2`, id],
    [`UPDATE claim SET erased_at = 5, erased_why = 'age' WHERE id = ?`, other],
  ];
  expect(verifyDatabase(db)).toMatchObject({ ok: true });
  for (const [sql, claim] of changes) {
    db.exec('SAVEPOINT trial');
    expect(db.prepare(sql).run(claim).changes, sql).toBeGreaterThan(0);
    expect(desk.claims.verify(), sql).toMatchObject({ ok: false });
    db.exec('ROLLBACK TO trial; RELEASE trial');
  }
  expect(verifyDatabase(db)).toMatchObject({ ok: true });
});

test.each([1, 2, 3, 4, 5, 6])(
  'in whatever order claims change and go, everything verifies (seed %i)',
  (seed) => {
    using shop = workshop();
    const desk = deskShop(shop);
    const store = erasures(desk.db);
    const next = randomOf(seed);
    const pick = <T>(some: readonly T[]): T => some[Math.floor(next() * some.length)] as T;
    const claims: ClaimId[] = [desk.take()];
    let at = LATER;
    const steps: readonly ((id: ClaimId) => void)[] = [
      () => claims.push(desk.take({ statement: `Words ${next()}` })),
      () => claims.push(fullClaim(desk)),
      (id) => desk.listening.addStatement(desk.change(id, at), { text: `More ${next()}`, locale: 'en' }),
      (id) => desk.listening.understand(desk.change(id, at), `So ${next()}`),
      (id) => desk.listening.addFeeling(desk.change(id, at), { face: 'calm', words: 'ok' }),
      (id) => desk.life.note(desk.change(id, at), { kind: 'note', text: 'Noted' }),
      (id) =>
        desk.life.close(
          desk.change(id, at),
          { kind: 'accepted', how: 'phone', at },
          { face: 'calm', words: '' },
        ),
      (id) =>
        desk.life.reopen(
          desk.change(id, at),
          desk.promise({ about: 'update', due: (at + HOUR_MS) as Instant }),
        ),
      (id) => store.erase(id, { why: pick(['asked', 'age']), by: null, at }),
      (id) => store.eraseContact(id, at),
      () => indexAll(desk.db),
    ];
    for (let step = 0; step < 120; step += 1) {
      at = (at + 60_000) as Instant;
      pick(steps)(pick(claims));
      if (step % 20 === 0) expect(desk.claims.verify()).toMatchObject({ ok: true });
    }
    indexAll(desk.db);
    expect(verifyDatabase(desk.db)).toMatchObject({ ok: true });
    expect(verifyIndex(desk.db)).toBeNull();
    expect(createAuditStore(desk.db).verify()).toMatchObject({ ok: true });
    const gone = desk.db
      .prepare<[], ClaimId>('SELECT id FROM claim WHERE erased_at IS NOT NULL')
      .pluck()
      .all();
    for (const id of gone) expect(desk.see(id, at).statements.map(({ text }) => text)).toContain('—');
    for (const id of claims.filter((each) => !gone.includes(each))) {
      expect(desk.see(id, at).statements.map(({ text }) => text)).not.toContain('—');
      if (desk.see(id, at).status !== 'closed') nextUpdateOf(desk.see(id, at));
    }
  },
);
