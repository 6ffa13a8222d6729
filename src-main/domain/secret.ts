import type { Brand } from './brand.ts';
import { latinDigits } from './fold.ts';

/** The six characters on the ticket that, with the number, let its holder look at the claim. */
export type TicketSecret = Brand<string, 'TicketSecret'>;

/** Characters of a secret: nothing that is read as something else (no 0 O, 1 I L, 5 S, 8 B, 2 Z, U V). */
export const SECRET_ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
const SECRET_LENGTH = 6;

/**
 * Returns a new secret. `randomInt(limit)` gives an unpredictable whole number below `limit`
 * (Node's `crypto.randomInt`); this file has no source of randomness of its own.
 */
export function newTicketSecret(randomInt: (limit: number) => number): TicketSecret {
  let secret = '';
  for (let i = 0; i < SECRET_LENGTH; i++) secret += SECRET_ALPHABET.charAt(randomInt(SECRET_ALPHABET.length));
  return secret as TicketSecret;
}

/** Returns the secret in two groups as it is printed: `7F3 KQ9`. */
export function spokenSecret(secret: TicketSecret): string {
  return `${secret.slice(0, 3)} ${secret.slice(3)}`;
}

/**
 * Reads a secret as a person types it: any case, spaces or dashes anywhere, Arabic digits. Returns null where it can
 * be none. Signs that are easily mixed up are in no secret, so there is nothing to guess.
 */
export function parseSecret(text: string): TicketSecret | null {
  const plain = latinDigits(text)
    .toUpperCase()
    .replaceAll(/[\s\-‐‑–]/g, '');
  const isSecret =
    plain.length === SECRET_LENGTH && [...plain].every((sign) => SECRET_ALPHABET.includes(sign));
  return isSecret ? (plain as TicketSecret) : null;
}
