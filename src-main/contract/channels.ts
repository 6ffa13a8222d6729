/** Calls that anybody at the screen can make. */
export const OPEN_CHANNELS = [
  'kiosk:open',
  'claim:submit',
  'unfinished:keep',
  'print:status',
  'print:picture',
  'print:answer',
  'staff:health',
  'staff:door',
  'staff:set-up',
  'staff:sign-in',
  'staff:sign-out',
] as const;
/** The name of a call that anybody can make. */
export type OpenChannel = (typeof OPEN_CHANNELS)[number];

/** Calls that somebody who is signed in can make; main knows who that is. */
export const STAFF_CHANNELS = [
  'staff:session',
  'staff:touch',
  'staff:own-pin',
  'staff:people',
  'staff:add',
  'staff:change',
  'staff:set-pin',
  'settings:store',
  'paper:view',
  'paper:picture',
  'paper:reprint',
  'paper:void',
  'paper:move',
  'paper:answer',
  'printers:view',
  'printers:find',
  'printers:stop-finding',
  'printers:save',
  'printers:test',
  'printers:confirm',
] as const;
/** The name of a call that needs somebody signed in. */
export type StaffChannel = (typeof STAFF_CHANNELS)[number];

/** Every call that the renderer can make. The preload knows these names and no more. */
export const CHANNELS = [...OPEN_CHANNELS, ...STAFF_CHANNELS] as const;
/** The name of a call. */
export type Channel = (typeof CHANNELS)[number];

/** Every event that main sends to the window. */
export const EVENTS = ['print:changed', 'paper:changed', 'printers:searching'] as const;
/** The name of an event. */
export type EventName = (typeof EVENTS)[number];

/** The key under which the preload puts the bridge on `window`. */
export const BRIDGE_KEY = 'inYourWords';
