/** Every call that the renderer can make. The preload knows these names and no more. */
export const CHANNELS = [
  'kiosk:open',
  'claim:submit',
  'unfinished:keep',
  'print:status',
  'print:picture',
  'print:answer',
  'staff:health',
] as const;
/** The name of a call. */
export type Channel = (typeof CHANNELS)[number];

/** Every event that main sends to the window. */
export const EVENTS = ['print:changed'] as const;
/** The name of an event. */
export type EventName = (typeof EVENTS)[number];

/** The key under which the preload puts the bridge on `window`. */
export const BRIDGE_KEY = 'inYourWords';
