import { storeCode } from './domain/claim-number.ts';
import { isZone } from './domain/due-time.ts';
import { LOCALES } from './domain/intake.ts';
import { sameEveryDay } from './domain/opening-hours.ts';
import { FIRST_PRINTER_ID, GENERIC_PROFILES, PREVIEW_URL } from './domain/printer.ts';
import { USUAL_RETENTION } from './domain/retention.ts';
import type { Settings } from './domain/settings.ts';

/**
 * Returns the settings that a kiosk starts with before anybody set anything: it takes claims from its first second.
 * The zone is the machine's own.
 */
export function defaultSettings(): Settings {
  const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = isZone(machineZone) ? machineZone : undefined;
  const utc = 'UTC';
  const code = storeCode('HEL');
  if (!code || !isZone(utc)) throw new Error('the default settings are not valid');
  return {
    version: 4,
    store: {
      code,
      name: 'Harbour Street Repairs',
      address: '12 Harbour Street',
      phone: '',
      askFor: '',
      zone: zone ?? utc,
      locale: 'en',
      currency: 'EUR',
    },
    staff: { idleSeconds: 180 },
    kiosk: { idleSeconds: 60, languages: LOCALES },
    backups: { secondFolder: null },
    printers: [
      {
        id: FIRST_PRINTER_ID,
        name: '',
        url: PREVIEW_URL,
        profile: GENERIC_PROFILES[80],
        confirmed: null,
      },
    ],
    nextUpdate: { workingDays: 1, time: '17:00' },
    openingHours: { week: sameEveryDay({ opens: '09:00', closes: '18:00' }, [7]), holidays: [] },
    goodwillLimits: { clerk: 2_000, technician: 2_000, supervisor: 20_000, admin: null },
    expectations: [],
    itemKinds: [],
    warnings: { beforeMinutes: 30, sound: false },
    retention: USUAL_RETENTION,
  };
}
