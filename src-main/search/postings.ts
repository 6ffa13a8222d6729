/**
 * Which claims have a term. Claims stand in blocks by their running number, and a row of `search_posting` lists the
 * places in one block as 16-bit numbers: a claim's terms are then all in a small part of the table (the last block), and
 * a place is added without reading those before it.
 */

/** Claims in a block. */
export const BLOCK = 8_192;
/** A term that a tenth of the claims have tells nothing: with so many places its list is full and grows no more. */
export const COMMON_SHARE = 0.1;
/** Bytes of a full list. */
export const FULL_BYTES = 2 * Math.ceil(BLOCK * COMMON_SHARE);

/** Returns the block of a claim and its place in it. */
export function placeOf(running: number): { readonly block: number; readonly place: number } {
  return { block: Math.floor(running / BLOCK), place: running % BLOCK };
}

/** Returns a list of one place. */
export function listOf(place: number): Buffer {
  const list = Buffer.alloc(2);
  list.writeUInt16LE(place);
  return list;
}

/** Returns the places of a list in the order in which they came. */
export function placesOf(list: Buffer): readonly number[] {
  return Array.from({ length: list.length / 2 }, (_, at) => list.readUInt16LE(2 * at));
}

/** Returns the list without a place; the same one where the place is not in it. */
export function without(list: Buffer, place: number): Buffer {
  const places = placesOf(list);
  return places.includes(place) ? Buffer.concat(places.filter((each) => each !== place).map(listOf)) : list;
}
