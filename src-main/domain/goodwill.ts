import type { Role } from './staff.ts';

/** What a store can give of its own accord. */
export const GOODWILL_KINDS = [
  'refund',
  'discount',
  'voucher',
  'replacement',
  'free-repair',
  'gift',
] as const;
/** A kind of goodwill. */
export type GoodwillKind = (typeof GOODWILL_KINDS)[number];

/** The most that somebody of a role gives without asking, in minor units of the store's currency; null for no limit. */
export type GoodwillLimits = Readonly<Record<Role, number | null>>;

/** Returns whether somebody of that role may give something worth `minor` (a whole number, 0 or more) on their own. */
export function mayGive(role: Role, minor: number, limits: GoodwillLimits): boolean {
  const limit = limits[role];
  return limit === null || minor <= limit;
}
