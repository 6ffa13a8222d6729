/** Sizes of paper that offices have. */
export const PAPERS = ['a4', 'letter'] as const;
/** A size of paper. */
export type PaperSize = (typeof PAPERS)[number];
