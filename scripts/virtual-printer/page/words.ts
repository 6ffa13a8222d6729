import type { FaultId, ModelId, PrinterView, SlipView, Speed } from '../view.ts';

/** What each fault is called, and what it does. */
export const FAULT_WORDS: Readonly<Record<FaultId, { readonly name: string; readonly what: string }>> = {
  'paper-near-end': { name: 'Paper near end', what: 'warns, and goes on printing' },
  'paper-out': { name: 'Paper out', what: 'the roll ends where it is' },
  cover: { name: 'Cover open', what: 'stops until it is closed' },
  cutter: { name: 'Cutter stuck', what: 'stops until it is free' },
  unplug: { name: 'Unplug', what: 'the network cable is out' },
  power: { name: 'Power off', what: 'forgets what is not on paper' },
  slow: { name: 'Slow', what: 'takes 100 bytes a second' },
  stall: { name: 'Stall', what: 'takes nothing; the line stays open' },
  silence: { name: 'Silence', what: 'prints, and answers nothing' },
};

/** What each model is. */
export const MODEL_WORDS: Readonly<Record<ModelId, string>> = {
  t20: 'TM-T20, 48 columns',
  m30: 'TM-m30, 48 columns',
  t88: 'TM-T88, 42 columns',
  pos80: '80 mm clone, 48',
  pos58: '58 mm clone, 32',
};

/** How fast paper comes. */
export function speedWords(speed: Speed): string {
  return speed === 'at-once' ? 'At once' : `${speed} mm/s`;
}

/** How the printer is. The worst comes first: closing the cover helps before paper does. */
export function stateWords({ faults, busy }: PrinterView): { readonly text: string; readonly tone: Tone } {
  const has = (fault: FaultId): boolean => faults.includes(fault);
  if (has('power')) return { text: 'Switched off', tone: 'off' };
  if (has('cover')) return { text: 'The cover is open', tone: 'stopped' };
  if (has('paper-out')) return { text: 'The paper is out', tone: 'stopped' };
  if (has('cutter')) return { text: 'The cutter is stuck', tone: 'stopped' };
  if (has('unplug')) return { text: 'Unplugged', tone: 'stopped' };
  if (has('stall')) return { text: 'Stalled', tone: 'stopped' };
  const ready = busy ? 'Printing' : 'Ready';
  if (has('paper-near-end')) return { text: `${ready}, the paper is near its end`, tone: 'warning' };
  if (has('silence')) return { text: `${ready}, and silent`, tone: 'warning' };
  if (has('slow')) return { text: `${ready}, and slow`, tone: 'warning' };
  return { text: ready, tone: 'well' };
}

/** How much a state matters. */
export type Tone = 'well' | 'warning' | 'stopped' | 'off';

/** What the line is doing. */
export function factsOf({ address, connected, receivedBytes, buffer }: PrinterView): string {
  const line = connected ? 'a kiosk is connected' : 'nobody is connected';
  return `${address} · ${line} · ${receivedBytes} bytes taken, ${buffer.used} of ${buffer.size} in the buffer`;
}

/** What became of a slip. */
export function fateWords({ fate, lengthMm }: SlipView): string {
  const what = { whole: 'whole', torn: 'torn off', rest: 'the rest of a torn one' }[fate];
  return `${what}, ${lengthMm} mm`;
}

/** What is said of the paper that hangs in the printer. */
export function paperName(text: string): string {
  return `Paper in the printer\n${text}`;
}
