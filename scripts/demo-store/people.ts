import type { Locale } from '../../src-main/domain/intake.ts';
import type { Role } from '../../src-main/domain/staff.ts';

/** Somebody who works in the demo store; everybody may know their PIN. */
export interface DemoPerson {
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly pin: string;
}

/** Who works in the demo store, an admin first. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { name: 'Mika', role: 'admin', locale: 'en', pin: '274951' },
  { name: 'Inkeri', role: 'supervisor', locale: 'en', pin: '639428' },
  { name: 'Sanna', role: 'clerk', locale: 'en', pin: '861530' },
  { name: 'Leo', role: 'technician', locale: 'en', pin: '518293' },
  { name: 'ليلى', role: 'technician', locale: 'ar', pin: '740962' },
];
