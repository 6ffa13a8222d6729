import { expect, type Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../src-main/domain/intake.ts';
import type { Settings } from '../../src-main/domain/settings.ts';
import type { Role } from '../../src-main/domain/staff.ts';
import { defaultSettings } from '../../src-main/default-settings.ts';
import { callBridge } from './bridge.ts';

/** Somebody who works there, in tests. */
export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly pin: string;
}

export const MIKA: Person = { name: 'Mika', role: 'admin', locale: 'en', pin: '274951' };
export const SANNA: Person = { name: 'Sanna', role: 'clerk', locale: 'en', pin: '861530' };

/** What tests say of a printer; the rest is as by default. */
export interface PrinterGiven {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly profile?: string;
}

/** Writes the settings of a store with these printers; start the kiosk with an empty `printerUrl`. */
export async function writePrinters(dataFolder: string, printers: readonly PrinterGiven[]): Promise<void> {
  const settings = {
    ...defaultSettings(),
    printers: printers.map((printer) => ({ profile: 'generic-80', confirmed: null, ...printer })),
  };
  await writeFile(join(dataFolder, 'settings.json'), JSON.stringify(settings));
}

/** Returns the settings as the file has them. */
export async function readSettings(dataFolder: string): Promise<Settings> {
  return JSON.parse(await readFile(join(dataFolder, 'settings.json'), 'utf8')) as Settings;
}

/** Sets the store up as the wizard does, with people; the first is the first admin. Nobody is signed in then. */
export async function hire(page: Page, [first, ...others]: readonly [Person, ...Person[]]): Promise<void> {
  const door = await callBridge(page, 'staff:door', null);
  if (!door.ok) throw new Error('the door is shut');
  const { name, locale, pin } = first;
  const made = await callBridge(page, 'staff:set-up', {
    admin: { name, locale },
    pin,
    store: door.value.store,
  });
  expect(made).toMatchObject({ ok: true });
  for (const { pin: otherPin, ...person } of others) {
    expect(await callBridge(page, 'staff:add', { person, pin: otherPin })).toMatchObject({ ok: true });
  }
  await callBridge(page, 'staff:sign-out', null);
}
