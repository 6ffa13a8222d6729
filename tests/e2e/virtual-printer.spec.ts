import { AxeBuilder } from '@axe-core/playwright';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { electronBinary } from './electron-binary.ts';
import { expect, test as base } from './fixtures.ts';
import { electronArguments } from './kiosk.ts';
import { unwrapped } from './paper.ts';
import { openPrinterWindow, type PrinterWindow } from './printer-window.ts';
import { tellAndFinish } from './stories.ts';

const test = base.extend<{ readonly window: PrinterWindow }>({
  window: async ({ newFolder }, use) => {
    const window = await openPrinterWindow(await newFolder());
    await use(window);
    expect(window.errors).toEqual([]);
    await window.close();
  },
});

/** Returns what a picture says to who cannot see it, without line breaks. */
async function heard(picture: ReturnType<PrinterWindow['page']['getByRole']>): Promise<string> {
  return unwrapped((await picture.getAttribute('aria-label')) ?? (await picture.getAttribute('alt')) ?? '');
}

test('a claim comes out of the window; paper runs out and comes back, and the kiosk knows', async ({
  launch,
  window,
}) => {
  const kiosk = await launch({ printerUrl: window.address });
  const screens = kiosk.screens();
  const first = await tellAndFinish(screens, 'The kettle sings a wrong note.');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  await expect(window.tearOff).toBeEnabled();
  expect(await heard(window.hanging)).toContain(unwrapped('The kettle sings a wrong note.'));
  await screens.thanks.main.click();

  await window.fault('Paper out').click();
  await expect(window.state).toHaveText('The paper is out');
  const second = await tellAndFinish(screens, 'And now it whistles.');
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.paper);
  await expect(window.fault('Paper out')).toHaveAttribute('aria-pressed', 'true');

  await window.fault('Paper out').click();
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  await expect(window.state).toHaveText('Ready');
  // The first slip was torn off by the second.
  await expect(window.slips).toHaveCount(1);
  expect(await heard(window.slips.getByRole('img'))).toContain(unwrapped(first.replaceAll('-', ' ')));
  const spoken = second.replaceAll('-', ' ');
  await expect(window.tearOff).toBeEnabled();
  expect(await heard(window.hanging)).toContain(unwrapped('And now it whistles.'));

  // Whole: it can be torn off, and looked at from the pile.
  await window.tearOff.click();
  await window.page.getByRole('button', { name: new RegExp(`^Slip 2, ${spoken} whole`) }).click();
  await expect(window.viewer.getByRole('heading')).toContainText(spoken);
  const paper = await heard(window.viewer.getByRole('img'));
  expect(paper).toContain(unwrapped('And now it whistles.'));
  expect(paper).toContain(`[QRIYW:${second}:`);
  await window.page.keyboard.press('Escape');
  await expect(window.viewer).toBeHidden();
});

test('paper can be watched as it comes, and torn by a fault in the middle', async ({ launch, window }) => {
  await window.speed.selectOption({ label: '50 mm/s' });
  const kiosk = await launch({ printerUrl: window.address });
  const screens = kiosk.screens();
  await tellAndFinish(screens, 'Slowly, slowly.');
  await expect(window.state).toHaveText('Printing');
  await expect.poll(() => heard(window.hanging)).toContain('INYOURWORDS');
  await expect(window.tearOff).toBeHidden();
  await window.fault('Paper out').click();
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.paper);
  await window.fault('Paper out').click();
  await expect(screens.thanks.printing).toContainText(screens.names.thanks.printed);
  const torn = window.page.getByRole('button', { name: /^Slip 1, .* torn off/ });
  await expect(torn).toBeVisible();
  await expect.poll(() => heard(window.hanging)).toContain('COPY1');
});

test('every fault is a button that says what it does, for the keyboard too', async ({ window }) => {
  const states: readonly (readonly [button: string, state: string])[] = [
    ['Paper near end', 'Ready, the paper is near its end'],
    ['Paper out', 'The paper is out'],
    ['Cover open', 'The cover is open'],
    ['Cutter stuck', 'The cutter is stuck'],
    ['Power off', 'Switched off'],
    ['Unplug', 'Unplugged'],
    ['Slow', 'Ready, and slow'],
    ['Stall', 'Stalled'],
    ['Silence', 'Ready, and silent'],
  ];
  // The kiosk beside it, or another test's, may have taken the keyboard while this window opened.
  await expect(async () => {
    await window.page.bringToFront();
    await window.speed.focus();
    await expect(window.speed).toBeFocused({ timeout: 1_000 });
  }).toPass();
  for (const [name, state] of states) {
    await window.page.keyboard.press('Tab');
    await expect(window.fault(name)).toBeFocused();
    await window.page.keyboard.press('Space');
    await expect(window.state).toHaveText(state);
    await expect(window.fault(name)).toHaveAttribute('aria-pressed', 'true');
    await window.page.keyboard.press('Enter');
    await expect(window.state).toHaveText('Ready');
  }
});

test('another model stands at the same address, as broken as the one before', async ({ window }) => {
  await window.fault('Cover open').click();
  await expect(window.state).toHaveText('The cover is open');
  await window.model.selectOption({ label: '58 mm clone, 32' });
  await expect(window.page.getByText('POS-58', { exact: true })).toBeVisible();
  await expect(window.state).toHaveText('The cover is open');
  const { hostname, port } = new URL(window.address);
  const line = connect(Number(port), hostname);
  line.write(Uint8Array.of(0x10, 0x04, 2));
  const [answer] = (await once(line, 'data')) as [Buffer];
  expect((answer[0] ?? 0) & 0x04).toBe(0x04);
  line.destroy();
});

test('what a printer would not understand is shown', async ({ window }) => {
  const { hostname, port } = new URL(window.address);
  const line = connect(Number(port), hostname);
  line.write(Uint8Array.of(0x1b, 0x01));
  await expect(window.page.getByRole('alert')).toContainText('byte 0: unknown command [1b 01]');
  line.destroy();
});

test('axe finds nothing, with slips and with one of them open', async ({ launch, window }) => {
  const kiosk = await launch({ printerUrl: window.address });
  await tellAndFinish(kiosk.screens(), 'It leaks.');
  await expect(window.tearOff).toBeVisible();
  const violations = async (): Promise<string[]> => {
    const { violations: found } = await new AxeBuilder({ page: window.page }).setLegacyMode().analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  await window.fault('Stall').click();
  await expect(window.state).toHaveText('Stalled');
  expect(await violations()).toEqual([]);
  await window.tearOff.click();
  await window.page.getByRole('button', { name: /^Slip 1/ }).click();
  await expect(window.viewer).toBeVisible();
  expect(await violations()).toEqual([]);
});

test('the page is nobody’s who was not told its address', async ({ window }) => {
  const { origin } = new URL(window.url);
  for (const path of ['/', '/events', `/${'0'.repeat(32)}/`]) {
    expect((await fetch(`${origin}${path}`)).status).toBe(404);
  }
  const wish = { method: 'POST', body: '{"kind":"fault","fault":"power","on":true}' };
  expect((await fetch(`${origin}/wish`, wish)).status).toBe(404);
  expect(
    (await fetch(`${window.url}wish`, { method: 'POST', body: '{"kind":"fault","fault":"fire"}' })).status,
  ).toBe(400);
  await expect(window.state).toHaveText('Ready');
});

test('printer and window end with whoever started them', async () => {
  const script = resolve(import.meta.dirname, '../../scripts/virtual-printer/run.ts');
  const child = spawn(process.execPath, [script, electronBinary(), ...electronArguments()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { hostname, port } = new URL(address);
  const line = connect(Number(port), hostname).on('error', () => undefined);
  await once(line, 'connect');
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
  const refused = connect(Number(port), hostname);
  await expect(once(refused, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
