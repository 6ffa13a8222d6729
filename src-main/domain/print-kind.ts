/**
 * The kinds of slips that are printed: the customer's ticket, the store's copy of it, the label on the item, what is
 * new, how it ended; the store's day; and the slip that shows what a printer can do. The last two belong to no claim.
 */
export const PRINT_KINDS = [
  'ticket',
  'store-copy',
  'item-label',
  'update',
  'resolution',
  'day-report',
  'test',
] as const;
/** What a print job prints. */
export type PrintKind = (typeof PRINT_KINDS)[number];
