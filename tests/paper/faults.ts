import { offlineReason } from '../virtual-printer/status.ts';
import { randomOf } from '../fixtures/random.ts';
import type { Fault, FaultPlan, VirtualPrinter } from '../virtual-printer/virtual-printer.ts';

/** What goes wrong at the printer, each as likely as the next. */
const FAULTS: readonly Fault[] = [
  'paper-out',
  'cover-open',
  'cutter',
  'rst',
  'fin',
  'power-off',
  'lose-tags',
  'stale-tag',
];
const TAG_FAULTS: ReadonlySet<Fault> = new Set<Fault>(['lose-tags', 'stale-tag']);
/** A ticket of the campaign has about this many bytes and millimetres. */
const SLIP_BYTES = 1_500;
const SLIP_MM = 170;

/** Returns the fault of each slip, every second one none, at a random byte or millimetre: the same for the same seed. */
export function planFaults(slips: number, seed: number): readonly (FaultPlan | null)[] {
  const random = randomOf(seed);
  return Array.from({ length: slips }, (_, index) => {
    if (index % 2 === 0) return null;
    const fault = FAULTS[Math.floor(random() * FAULTS.length)] ?? 'rst';
    return random() < 0.5
      ? { byte: Math.floor(random() * SLIP_BYTES), fault }
      : { millimetre: Math.floor(random() * SLIP_MM), fault };
  });
}

/** Whether a fault is only about the printer's word that the paper is out; the paper itself comes. */
export function concernsTagsOnly({ fault }: FaultPlan): boolean {
  return TAG_FAULTS.has(fault);
}

/** Puts everything right that a fault broke. */
export async function mend(printer: VirtualPrinter): Promise<void> {
  printer.setPaper('ok');
  printer.setCover('closed');
  printer.setCutterError(false);
  printer.loseTags(false);
  printer.staleTag('off');
  if (!printer.powered) await printer.powerOn();
}

/** Whether the printer does not print, as anybody sees who stands before it. */
export function hasStopped(printer: VirtualPrinter): boolean {
  return !printer.powered || offlineReason(printer.status) !== undefined;
}
