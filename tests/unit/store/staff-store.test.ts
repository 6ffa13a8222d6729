import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { StaffId } from '../../../src-main/domain/staff.ts';
import { createAuditStore } from '../../../src-main/store/audit-store.ts';
import type { Db } from '../../../src-main/store/sqlite.ts';
import { createStaffStore } from '../../../src-main/store/staff-store.ts';
import { failure, NOON, value, workshop } from './support.ts';

const MIKA = { name: 'Mika', role: 'admin', locale: 'en', pinHash: 'hash' } as const;
const AINO = { name: 'Aino', role: 'clerk', locale: 'ar', pinHash: 'other' } as const;

function events(db: Db): unknown[] {
  return db.prepare("SELECT event, subject, actor FROM audit WHERE event <> 'migrated' ORDER BY seq").all();
}

test('people are kept over a restart, and what was done about them is on record with who did it', () => {
  using shop = workshop();
  let { db } = shop.open();
  let staff = createStaffStore(db, v7);
  expect(staff.hasAdmin()).toBe(false);
  const mika = value(staff.add(MIKA, null, NOON));
  const aino = value(staff.add(AINO, mika.id, NOON));
  value(
    staff.change(aino.id, { name: 'Aino K', role: 'technician', locale: 'en', active: true }, mika.id, NOON),
  );
  value(staff.setPin(aino.id, 'new', mika.id, NOON));
  shop.close();
  ({ db } = shop.open());
  staff = createStaffStore(db, v7);
  expect(staff.hasAdmin()).toBe(true);
  expect(staff.all()).toEqual([
    { id: aino.id, name: 'Aino K', role: 'technician', locale: 'en', active: true },
    { id: mika.id, name: 'Mika', role: 'admin', locale: 'en', active: true },
  ]);
  expect(staff.pinHash(aino.id)).toBe('new');
  expect(events(db)).toEqual([
    { event: 'staff-added', subject: `${mika.id} admin`, actor: '' },
    { event: 'staff-added', subject: `${aino.id} clerk`, actor: mika.id },
    { event: 'staff-changed', subject: `${aino.id} technician`, actor: mika.id },
    { event: 'pin-set', subject: aino.id, actor: mika.id },
  ]);
  value(createAuditStore(db).verify());
});

test('who did it belongs to the chain: another actor is noticed', () => {
  using shop = workshop();
  const { db } = shop.open();
  const staff = createStaffStore(db, v7);
  const mika = value(staff.add(MIKA, null, NOON));
  const aino = value(staff.add(AINO, mika.id, NOON));
  db.exec('DROP TRIGGER audit_is_never_changed');
  db.prepare("UPDATE audit SET actor = ? WHERE event = 'staff-added' AND actor <> ''").run(aino.id);
  expect(failure(createAuditStore(db).verify()).why).toBe('altered');
});

test('two people who work here never have one name; whoever left gives theirs back', () => {
  using shop = workshop();
  const staff = createStaffStore(shop.open().db, v7);
  const mika = value(staff.add(MIKA, null, NOON));
  expect(failure(staff.add({ ...AINO, name: 'MIKA' }, mika.id, NOON))).toBe('name-taken');
  const aino = value(staff.add(AINO, mika.id, NOON));
  const gone = { name: 'Aino', role: 'clerk', locale: 'en', active: false } as const;
  value(staff.change(aino.id, gone, mika.id, NOON));
  value(staff.add(AINO, mika.id, NOON));
  expect(failure(staff.change(aino.id, { ...gone, active: true }, mika.id, NOON))).toBe('name-taken');
});

test.each([
  ['leaves', { ...MIKA, active: false }],
  ['becomes a supervisor', { ...MIKA, role: 'supervisor', active: true }],
] as const)('the last admin never %s', (_, change) => {
  using shop = workshop();
  const staff = createStaffStore(shop.open().db, v7);
  const mika = value(staff.add(MIKA, null, NOON));
  expect(failure(staff.change(mika.id, change, mika.id, NOON))).toBe('last-admin');
  value(staff.add({ ...AINO, role: 'admin' }, mika.id, NOON));
  value(staff.change(mika.id, change, mika.id, NOON));
});

test('tries are counted on the disk, and a right PIN or a new one starts anew', () => {
  using shop = workshop();
  let { db } = shop.open();
  const { id } = value(createStaffStore(db, v7).add(MIKA, null, NOON));
  for (const count of [1, 2, 3]) expect(createStaffStore(db, v7).countTry(id)).toBe(count);
  shop.close();
  ({ db } = shop.open());
  const staff = createStaffStore(db, v7);
  expect(staff.wrongTries(id)).toBe(3);
  staff.signedIn(id, NOON);
  expect(staff.wrongTries(id)).toBe(0);
  expect(events(db).at(-1)).toEqual({ event: 'signed-in', subject: 'after 2 wrong', actor: id });
  staff.countTry(id);
  value(staff.setPin(id, 'new', id, NOON));
  expect(staff.wrongTries(id)).toBe(0);
});

test('nobody is nobody', () => {
  using shop = workshop();
  const staff = createStaffStore(shop.open().db, v7);
  const nobody = v7() as StaffId;
  expect(staff.get(nobody)).toBeNull();
  expect(staff.pinHash(nobody)).toBeNull();
  expect(failure(staff.setPin(nobody, 'x', null, NOON))).toBe('not-found');
  expect(failure(staff.change(nobody, { ...AINO, active: true }, null, NOON))).toBe('not-found');
});
