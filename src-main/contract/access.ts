import type { Restricted } from '../domain/staff.ts';
import type { StaffChannel } from './channels.ts';

/** What somebody who is signed in must be allowed to do for each call; null where being signed in is enough. */
export const ACCESS: Readonly<Record<StaffChannel, Restricted | null>> = {
  'staff:session': null,
  'staff:touch': null,
  'staff:own-pin': null,
  'staff:people': 'people',
  'staff:add': 'people',
  'staff:change': 'people',
  'staff:set-pin': 'people',
  'settings:store': 'settings',
  'paper:view': null,
  'paper:picture': null,
  'paper:reprint': null,
  'paper:void': null,
  'paper:move': null,
  'paper:answer': null,
  'printers:view': 'printers',
  'printers:find': 'printers',
  'printers:stop-finding': 'printers',
  'printers:save': 'printers',
  'printers:test': 'printers',
  'printers:confirm': 'printers',
};
