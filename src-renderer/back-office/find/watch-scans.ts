import { putBack, isTextField, type TextField } from '../../ui/keyboard/text-field.ts';
import { scanBurst } from '../../ui/scan-burst.ts';
import { scannedNumber } from './finding.svelte.ts';

/** What the watch needs, by name. */
export interface ScanOptions {
  /** Whether a scan may lead away from what is shown: not while a question waits for its answer. */
  readonly mayLead: () => boolean;
  /** A scanner read a ticket, or another code while no field had the focus. */
  readonly onscan: (code: string) => void;
}

/**
 * Listens for a scanner anywhere in the back office. A ticket opens its claim wherever the focus is, and the field that
 * its keys went into is put back as it was; any other code is a field's own, where there is one. A scanner's keys never
 * press a button. Returns the function that stops listening.
 */
export function watchScans({ mayLead, onscan }: ScanOptions): () => void {
  const burst = scanBurst();
  let before: { readonly field: TextField; readonly value: string } | null = null;

  function keydown(event: KeyboardEvent): void {
    if (event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    // Fingers type a PIN as fast as a scanner types a code, and a PIN must never come to stand in the search field.
    if (document.querySelector('[data-pin-pad]') !== null) return;
    const field = isTextField(event.target) ? event.target : null;
    if (burst.atStart(event.timeStamp)) before = field && { field, value: field.value };
    const result = burst.key(event.key, event.timeStamp);
    if (result.kind !== 'ordinary' && field === null) event.preventDefault();
    if (result.kind !== 'scan' || !mayLead()) return;
    const isTicket = scannedNumber(result.code) !== null;
    if (!isTicket && field !== null) return;
    event.preventDefault();
    // Its Enter is nobody's: a form would be sent.
    event.stopPropagation();
    if (before) putBack(before.field, before.value);
    onscan(result.code);
  }

  window.addEventListener('keydown', keydown, { capture: true });
  return () => window.removeEventListener('keydown', keydown, { capture: true });
}
