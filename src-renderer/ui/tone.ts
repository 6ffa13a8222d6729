import type { ExpectationKind } from '../../src-main/domain/expectation.ts';

/** What a colour says: one of the four kinds, or that something is put aside. Its class is `tone-` and this. */
export type Tone = ExpectationKind | 'aside';
