/**
 * Which claims have a term. Claims stand in blocks by their running number, and a row of `search_posting` lists the
 * places in one block as 16-bit numbers. New claims go into narrow blocks: a claim's terms are then all in a small part
 * of the table, and a place is added without rewriting much. Once a narrow block has all its claims, its lists move into
 * those of a wide one, so that whoever asks about a term reads few rows. An empty list says that the term is common.
 */

/** Claims in a narrow block. */
export const BLOCK = 8_192;
/** Claims in a wide block: as many as 16 bits can number. */
export const WIDE_BLOCK = 65_536;
/** A term that a tenth of the claims have tells nothing, and is not summed up. */
export const COMMON_SHARE = 0.1;
/**
 * Where so many claims of a narrow block have a term its list is given up for an empty one. It is more than a tenth, so
 * that a term that is common for a while only stays listed; and the bytes of a list still fit in one page.
 */
export const LISTED_SHARE = 0.2;
/** Places at which a list of a narrow block is given up. */
export const PLACES_MAX = Math.ceil(BLOCK * LISTED_SHARE);

/** Where a claim stands. */
export interface Place {
  readonly block: number;
  readonly place: number;
}

/** Returns the narrow block of a claim and its place in it. */
export function placeOf(running: number): Place {
  return { block: Math.floor(running / BLOCK), place: running % BLOCK };
}

/** Returns the wide block of a claim and its place in it; wide blocks have the numbers below zero. */
export function widePlaceOf(running: number): Place {
  return { block: -1 - Math.floor(running / WIDE_BLOCK), place: running % WIDE_BLOCK };
}

/** Returns the running number of the first place in a block of either kind, and how many claims it is for. */
export function spanOf(block: number): { readonly from: number; readonly claims: number } {
  return block < 0
    ? { from: (-1 - block) * WIDE_BLOCK, claims: WIDE_BLOCK }
    : { from: block * BLOCK, claims: BLOCK };
}

/** Returns a list of these places. */
export function listOf(...places: readonly number[]): Buffer {
  const list = Buffer.alloc(2 * places.length);
  places.forEach((place, at) => list.writeUInt16LE(place, 2 * at));
  return list;
}

/** Returns the places of a list in the order in which they came. */
export function placesOf(list: Buffer): Uint16Array {
  // Its bytes are low byte first, as is every machine that this runs on; 16-bit numbers begin at even addresses.
  const bytes = list.byteOffset % 2 === 0 ? list : Uint8Array.from(list);
  return new Uint16Array(bytes.buffer, bytes.byteOffset, list.length / 2);
}

/** Returns the list without a place; the same one where the place is not in it. */
export function without(list: Buffer, place: number): Buffer {
  const at = placesOf(list).indexOf(place);
  return at < 0 ? list : Buffer.concat([list.subarray(0, 2 * at), list.subarray(2 * at + 2)]);
}
