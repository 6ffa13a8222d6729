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
  'settings:view',
  'settings:change',
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
  'board:view',
  'board:page',
  'board:hours',
  'board:warnings',
  'claim:view',
  'claim:give-promise',
  'claim:ask-promise',
  'claim:answer-request',
  'claim:keep-promise',
  'claim:renegotiate',
  'claim:make-amends',
  'claim:add-expectation',
  'claim:retire-expectation',
  'claim:set-status',
  'claim:close',
  'claim:reopen',
  'claim:hand-over',
  'claim:place',
  'claim:note',
  'claim:add-statement',
  'claim:add-feeling',
  'claim:understand',
  'claim:answer-understanding',
  'claim:propose-attempt',
  'claim:finish-attempt',
  'claim:plan',
  'claim:estimate',
  'claim:answer-estimate',
  'claim:charge',
  'claim:uncharge',
  'claim:research',
  'claim:goodwill',
  'goodwill:limits',
  'goodwill:similar',
  'claim:lend',
  'claim:take-back',
  'claim:warn',
  'claim:draw-line',
  'claim:review-line',
  'claim:print',
  'search:find',
  'search:similar',
  'exports:places',
  'backups:view',
  'backups:make',
  'backups:restore',
  'backups:seen',
  'escalation:of-claim',
  'escalation:draft',
  'escalation:write',
  'escalation:send',
  'escalation:answer',
  'escalation:withdraw',
  'escalation:pages',
  'escalation:save',
  'reports:view',
  'reports:people',
  'reports:save',
  'reports:print-day',
] as const;
/** The name of a call that needs somebody signed in. */
export type StaffChannel = (typeof STAFF_CHANNELS)[number];

/** Every call that the renderer can make. The preload knows these names and no more. */
export const CHANNELS = [...OPEN_CHANNELS, ...STAFF_CHANNELS] as const;
/** The name of a call. */
export type Channel = (typeof CHANNELS)[number];

/** Every event that main sends to the window. */
export const EVENTS = [
  'print:changed',
  'paper:changed',
  'printers:searching',
  'claims:changed',
  'backups:changed',
] as const;
/** The name of an event. */
export type EventName = (typeof EVENTS)[number];

/** The key under which the preload puts the bridge on `window`. */
export const BRIDGE_KEY = 'inYourWords';
