/** Two presses of shift within this time lock it. */
const DOUBLE_TAP_MS = 350;

/** Shift: off, on for one letter, or locked. Only the customer sets it: capitals are their words too. */
export type Shift = 'off' | 'once' | 'locked';

/** The shift key: what it does to the next letter, and what is needed to tell a tap from a double tap and a hold. */
export interface ShiftKey {
  readonly shift: Shift;
  /** When it last went down, until something is typed. */
  readonly pressedMs: number;
  /** Whether it is down, and whether something was typed meanwhile. */
  readonly held: 'no' | 'idle' | 'typed';
}

/** A shift key that nobody touched. */
export const SHIFT_OFF: ShiftKey = { shift: 'off', pressedMs: -Infinity, held: 'no' };

/** Returns the shift key after it went down. */
export function pressShift(key: ShiftKey, nowMs: number): ShiftKey {
  return { shift: afterPress(key.shift, nowMs - key.pressedMs), pressedMs: nowMs, held: 'idle' };
}

/** Returns the shift key after something was typed: once is spent, unless a finger holds it. */
export function typeWithShift(key: ShiftKey): ShiftKey {
  const held = key.held === 'no' ? 'no' : 'typed';
  return { shift: held === 'no' ? spent(key.shift) : key.shift, pressedMs: -Infinity, held };
}

/** Returns the shift key after it came up. */
export function releaseShift(key: ShiftKey): ShiftKey {
  return { ...key, shift: key.held === 'typed' ? spent(key.shift) : key.shift, held: 'no' };
}

function afterPress(shift: Shift, sinceLastMs: number): Shift {
  switch (shift) {
    case 'off':
      return 'once';
    case 'once':
      return sinceLastMs <= DOUBLE_TAP_MS ? 'locked' : 'off';
    case 'locked':
      return 'off';
  }
}

function spent(shift: Shift): Shift {
  return shift === 'once' ? 'off' : shift;
}
