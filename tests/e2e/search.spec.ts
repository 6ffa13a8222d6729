import { randomUUID } from 'node:crypto';
import { callBridge, intakeOf } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { onlyWords } from './stories.ts';

const PIN = '295174';

test('a claim is found by its words, by whoever is signed in and by nobody else', async ({ kiosk }) => {
  const { page } = kiosk;
  const find = (text: string) => callBridge(page, 'search:find', { text, ranked: false });
  for (const words of ['The kettle leaks at the gasket.', 'My kettle leaks; a torn gasket?']) {
    const taken = await callBridge(page, 'claim:submit', intakeOf(onlyWords(words), randomUUID()));
    expect(taken.ok).toBe(true);
  }
  expect(await find('gask')).toMatchObject({ ok: false, error: { code: 'signed-out' } });

  const door = await callBridge(page, 'staff:door', null);
  if (!door.ok) throw new Error(door.error.detail);
  const session = await callBridge(page, 'staff:set-up', {
    admin: { name: 'Mika', locale: 'en' },
    pin: PIN,
    store: door.value.store,
  });
  expect(session.ok).toBe(true);
  await expect
    .poll(() => find('GASK'))
    .toMatchObject({
      ok: true,
      value: {
        exact: null,
        more: false,
        claims: [{ snippet: { text: 'My kettle leaks; a torn gasket?', marks: [{ from: 24, to: 30 }] } }, {}],
      },
    });
  const found = await find('gasket');
  if (!found.ok) throw new Error(found.error.detail);
  const [newest, oldest] = found.value.claims;
  if (!newest || !oldest) throw new Error('both have the word');
  expect(await find(newest.number)).toMatchObject({ ok: true, value: { exact: newest.claimId } });
  const similar = await callBridge(page, 'search:similar', { claimId: newest.claimId });
  expect(similar).toMatchObject({ ok: true, value: [{ claimId: oldest.claimId }] });
  expect(await callBridge(page, 'search:similar', { claimId: randomUUID() as never })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});
