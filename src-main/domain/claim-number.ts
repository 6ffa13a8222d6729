import type { Brand } from './brand.ts';
import { err, ok, type Result } from './result.ts';

/** A claim number in its one written form, for example `HEL-1042-K`. */
export type ClaimNumber = Brand<string, 'ClaimNumber'>;
/** The store's part of a claim number: one letter, then up to five letters or digits. */
export type StoreCode = Brand<string, 'StoreCode'>;

/** Why a text is no claim number: not of the form, or a mistyped one that the check character caught. */
export type ClaimNumberError = 'not-a-claim-number' | 'check-character';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODULUS = ALPHABET.length;
const STORE_CODE = /^[A-Z][A-Z0-9]{1,5}$/;
const SPOKEN_NUMBER = /^([A-Z][A-Z0-9]{1,5})[\s\-‐‑–]+([0-9]{1,9})[\s\-‐‑–]*([0-9A-Z])$/;

/**
 * Returns the check character of `text` by ISO/IEC 7064 MOD 37,36 (the hybrid system over 0-9 and A-Z).
 * It catches every single mistyped character and nearly every swap of two neighbours.
 */
export function checkCharacter(text: string): string {
  let product = MODULUS;
  for (const character of text) {
    const sum = (product + valueOf(character)) % MODULUS || MODULUS;
    product = (sum * 2) % (MODULUS + 1);
  }
  return ALPHABET.charAt((MODULUS + 1 - product) % MODULUS);
}

/** Returns `text` as a store code, or undefined where it is none (2 to 6 of A-Z and 0-9, a letter first). */
export function storeCode(text: string): StoreCode | undefined {
  return STORE_CODE.test(text) ? (text as StoreCode) : undefined;
}

/** Returns the claim number of the `running`th claim (1 or more) of a store. */
export function claimNumber(store: StoreCode, running: number): ClaimNumber {
  if (!Number.isSafeInteger(running) || running < 1) {
    throw new RangeError(`a running number is a whole number from 1, not ${running}`);
  }
  return `${store}-${running}-${checkCharacter(`${store}${running}`)}` as ClaimNumber;
}

/**
 * Reads a claim number as a person types or says it: any case, spaces or dashes between the parts.
 * Leading zeros are part of what was typed, so `HEL-01042-…` is another number and fails its check.
 */
export function parseClaimNumber(text: string): Result<ClaimNumber, ClaimNumberError> {
  const match = SPOKEN_NUMBER.exec(text.trim().toUpperCase());
  if (!match) return err('not-a-claim-number');
  const [, store = '', running = '', check = ''] = match;
  if (checkCharacter(`${store}${running}`) !== check) return err('check-character');
  return ok(`${store}-${running}-${check}` as ClaimNumber);
}

/** Returns the number with spaces, as it is shown large on screens and paper: `HEL 1042 K`. */
export function spokenClaimNumber(number: ClaimNumber): string {
  return number.replaceAll('-', ' ');
}

function valueOf(character: string): number {
  const value = ALPHABET.indexOf(character);
  if (value < 0) throw new RangeError(`no check character over «${character}»`);
  return value;
}
