import type { ItemGiven } from '../../src-main/domain/intake.ts';
import { isTextField } from '../ui/keyboard/text-field.ts';
import { scanBurst } from '../ui/scan-burst.ts';

/** What the scanner's watch needs, by name. */
export interface ScannerOptions {
  /** The item's fields while a scan may fill them, else null. */
  readonly item: () => ItemGiven | null;
  /** A scan came: the fields as they were before it, with its code as the serial number. */
  readonly onscan: (item: ItemGiven) => void;
  /** Whether a scan may be a ticket now. */
  readonly ticket: () => boolean;
  /** A scan came while it may be a ticket. */
  readonly onticket: (code: string) => void;
}

/**
 * Listens for a scanner on the whole window. Its keys went into whatever had the focus before the burst was known to
 * be one, so the fields are put back as they were. Its Enter, and its spaces, never press a button, on any screen.
 * Returns the function that stops listening.
 */
export function watchScanner({ item, onscan, ticket, onticket }: ScannerOptions): () => void {
  const burst = scanBurst();
  let before: ItemGiven | null = null;

  function keydown(event: KeyboardEvent): void {
    if (event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (burst.atStart(event.timeStamp)) before = item();
    const result = burst.key(event.key, event.timeStamp);
    const isTyping = isTextField(event.target);
    if (result.kind === 'burst' && !isTyping) event.preventDefault();
    if (result.kind !== 'scan') return;
    const isItemScreen = before !== null && item() !== null;
    const isTicketScreen = ticket();
    if (isItemScreen || isTicketScreen || !isTyping) event.preventDefault();
    if (isTicketScreen) onticket(result.code);
    if (before !== null && isItemScreen) onscan({ name: before.name, serial: result.code });
  }

  window.addEventListener('keydown', keydown, { capture: true });
  return () => window.removeEventListener('keydown', keydown, { capture: true });
}
