import { parseClaimNumber, type ClaimNumber } from './claim-number.ts';
import { latinDigits } from './fold.ts';
import { parseSecret, type TicketSecret } from './secret.ts';

/** What a ticket says of itself: what lets its holder look at the claim. */
export interface TicketPair {
  readonly number: ClaimNumber;
  readonly secret: TicketSecret;
}

/** A scanner with another keyboard layout sends other signs for the colons and dashes, so any sign will do. */
const TICKET_CODE = /^IYW[^A-Z0-9]+([A-Z0-9]+)[^A-Z0-9]+([0-9]+)[^A-Z0-9]+([A-Z0-9])[^A-Z0-9]+([A-Z0-9]{6})$/;
const PARTS = /^([A-Z][A-Z0-9]{1,5})[\s\-‐‑–]+([0-9OIL]{1,9})[\s\-‐‑–]*([0-9A-Z])$/;
const DIGIT_FOR: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
/** Check characters that look alike: each may have been read as the other. */
const ALIKE: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', L: '1', '1': 'I' };

/** Reads what a scanner typed of a ticket's QR code; null where it is no ticket of ours. */
export function parseTicketCode(code: string): TicketPair | null {
  const [, store, running, check, typed] = TICKET_CODE.exec(code.trim().toUpperCase()) ?? [];
  if (typed === undefined) return null;
  const number = parseClaimNumber(`${store}-${running}-${check}`);
  const secret = parseSecret(typed);
  return number.ok && secret !== null ? { number: number.value, secret } : null;
}

/**
 * Reads a claim number as a customer types it from the ticket: as `parseClaimNumber`, and with the letters O, I and L
 * for digits and the other way round, where the check character says that this is meant. Null where it is none.
 */
export function readClaimNumber(text: string): ClaimNumber | null {
  const typed = latinDigits(text).trim().toUpperCase();
  const asTyped = parseClaimNumber(typed);
  if (asTyped.ok) return asTyped.value;
  const [, store, running = '', check = ''] = PARTS.exec(typed) ?? [];
  const digits = running.replaceAll(/[OIL]/g, (letter) => DIGIT_FOR[letter] ?? letter);
  for (const last of [check, ALIKE[check] ?? check]) {
    const meant = parseClaimNumber(`${store}-${digits}-${last}`);
    if (meant.ok) return meant.value;
  }
  return null;
}
