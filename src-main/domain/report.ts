import type { Instant } from './brand.ts';
import { FEELINGS, type Feeling, type Outcome } from './intake.ts';
import { sums, type Money } from './money.ts';
import { placeIn, type Period } from './period.ts';

/** The reports, in the order of the screen. */
export const REPORTS = [
  'promises',
  'first-update',
  'resolution',
  'feelings',
  'repeats',
  'repeated-items',
  'goodwill',
  'known-issues',
  'praise',
] as const;
/** A report. */
export type ReportName = (typeof REPORTS)[number];

/**
 * What became of promises. One counts when its fate is settled: when it was kept, when the customer agreed to another
 * one, or when its time passed without either. That last one is broken then, whenever somebody deals with it.
 * A person's promises are those that they own; what the kiosk promises in the store's name is nobody's in particular.
 */
export interface PromiseFigures {
  readonly kept: number;
  readonly broken: number;
  readonly renegotiated: number;
}

/**
 * How long something took, in milliseconds. The median and the time within which nine of ten were done, not the mean:
 * one claim that waited for a year would hide how everybody else fared. Null where there was none.
 */
export interface DurationFigures {
  readonly count: number;
  readonly medianMs: number | null;
  readonly p90Ms: number | null;
}

/**
 * Steps that were proposed although they had failed before, with a reason; they count when they were proposed, by whoever
 * proposed them. `failed`: it did not help this time either; `helped`: it did, a little or wholly; the rest was not
 * tried yet.
 */
export interface RepeatFigures {
  readonly proposed: number;
  readonly failed: number;
  readonly helped: number;
}

/** A thing on which steps were proposed again; name and serial number are the customer's own words. */
export interface RepeatedItem {
  readonly name: string;
  readonly serial: string;
  readonly times: number;
}

/**
 * How customers felt when they came and when their claim was closed, for claims closed in the whole span by whoever
 * closed them. Only who showed a face both times is in it: otherwise two different crowds would be compared.
 */
export interface FeelingFigures {
  readonly start: Readonly<Record<Feeling, number>>;
  readonly end: Readonly<Record<Feeling, number>>;
  readonly both: number;
  /** Closed claims on which they did not show a face both times. */
  readonly unsaid: number;
}

/** What was given of our own accord and what was refused, when and by whom it was decided; one sum for each currency. */
export interface GoodwillFigures {
  readonly given: number;
  readonly refused: number;
  readonly worth: readonly Money[];
}

/** How many claims joined a known issue, and did not leave it; they count when they joined, for whoever joined them. */
export interface KnownIssueFigures {
  readonly title: string;
  /** Of each period. */
  readonly counts: readonly number[];
  readonly whole: number;
}

/** Thanks that were given: to somebody by name, and to everyone. Those to everyone are in nobody's own figures. */
export interface PraiseFigures {
  readonly named: number;
  readonly everyone: number;
}

/** Figures of each period, and of the whole span. The whole is counted on its own: medians cannot be added up. */
export interface Series<Figures> {
  readonly periods: readonly Figures[];
  readonly whole: Figures;
}

/** All figures of a span of time. */
export interface Reports {
  /** `open`: not yet due, now. */
  readonly promises: Series<PromiseFigures> & { readonly open: number };
  /**
   * From the taking of a claim to the first that its customer heard: a next update that was kept, another promise that
   * was agreed with them, or a call that was noted; counted when that was, for whoever did it. `waiting`: open claims
   * whose customers have heard nothing yet, now.
   */
  readonly firstUpdate: Series<DurationFigures> & { readonly waiting: number };
  /**
   * From the taking of a claim to its closing, counted when and for whom it was closed; one that was opened again counts
   * only once it is closed again. `open`: claims that are open now, of a person those that they hold.
   */
  readonly resolution: Series<DurationFigures> & { readonly open: number };
  readonly feelings: FeelingFigures;
  readonly repeats: Series<RepeatFigures>;
  /** The most repeated first. */
  readonly repeatedItems: readonly RepeatedItem[];
  readonly goodwill: Series<GoodwillFigures>;
  /** Those that claims joined in the span, the most joined first. */
  readonly knownIssues: readonly KnownIssueFigures[];
  readonly praise: Series<PraiseFigures>;
}

/** What the shop's own day was, for paper. */
export interface DayFigures {
  readonly claims: number;
  readonly promises: PromiseFigures;
  readonly dueTomorrow: number;
  readonly goodwill: readonly Money[];
  /** Who carried hard conversations today (see `HardDay`), on how many claims; who carried most first. */
  readonly hard: readonly { readonly name: string; readonly claims: number }[];
  /** The digest of the newest row of the history, in hexadecimal. */
  readonly auditHead: string;
}

/** Something that counts at a moment. */
export interface Timed {
  readonly at: Instant;
}

/** Returns the figures of each period and of all of them, reckoned by `figuresOf`; what is in no period is left out. */
export function series<Row extends Timed, Figures>(
  periods: readonly Period[],
  rows: readonly Row[],
  figuresOf: (rows: readonly Row[]) => Figures,
): Series<Figures> {
  const heaps: Row[][] = periods.map(() => []);
  for (const row of rows) {
    const place = placeIn(periods, row.at);
    if (place !== null) heaps[place]?.push(row);
  }
  return { periods: heaps.map(figuresOf), whole: figuresOf(heaps.flat()) };
}

/** Returns what became of promises. */
export function promiseFigures(rows: readonly { readonly fate: keyof PromiseFigures }[]): PromiseFigures {
  const figures = { kept: 0, broken: 0, renegotiated: 0 };
  for (const { fate } of rows) figures[fate] += 1;
  return figures;
}

/** Returns how many of the promises that were settled there were. */
export function settled({ kept, broken, renegotiated }: PromiseFigures): number {
  return kept + broken + renegotiated;
}

/** Returns how long things took. */
export function durationFigures(rows: readonly { readonly tookMs: number }[]): DurationFigures {
  // A clock that was set back can make something end before it began.
  const sorted = Float64Array.from(rows, ({ tookMs }) => Math.max(0, tookMs)).sort();
  return { count: sorted.length, medianMs: quantile(sorted, 0.5), p90Ms: quantile(sorted, 0.9) };
}

/**
 * Returns the smallest of the sorted values within which at least that share of them lies (nearest rank), or null for no
 * values: always one that really occurred.
 */
function quantile(sorted: Float64Array, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** Returns what came of steps that were proposed again. */
export function repeatFigures(rows: readonly { readonly outcome: Outcome | null }[]): RepeatFigures {
  return {
    proposed: rows.length,
    failed: rows.filter(({ outcome }) => outcome === 'no').length,
    helped: rows.filter(({ outcome }) => outcome === 'yes' || outcome === 'a-little').length,
  };
}

/** Returns how customers felt at the start and at the end. */
export function feelingFigures(
  rows: readonly { readonly faceAtStart: Feeling | null; readonly faceAtEnd: Feeling | null }[],
): FeelingFigures {
  const [start, end] = [noFaces(), noFaces()];
  let both = 0;
  for (const { faceAtStart, faceAtEnd } of rows) {
    if (faceAtStart === null || faceAtEnd === null) continue;
    both += 1;
    start[faceAtStart] += 1;
    end[faceAtEnd] += 1;
  }
  return { start, end, both, unsaid: rows.length - both };
}

function noFaces(): Record<Feeling, number> {
  return { calm: 0, worried: 0, disappointed: 0, upset: 0, furious: 0 };
}

/** Returns how many of the faces are upset or furious. */
export function hardFeelings(faces: Readonly<Record<Feeling, number>>): number {
  return HARD_FEELINGS.reduce((sum, face) => sum + faces[face], 0);
}

/** The faces that make a conversation a hard one. */
export const HARD_FEELINGS: readonly Feeling[] = FEELINGS.slice(-2);

/** Returns how many claims joined each known issue, the most joined first. */
export function knownIssueFigures(
  periods: readonly Period[],
  rows: readonly (Timed & { readonly issueId: string; readonly title: string })[],
): readonly KnownIssueFigures[] {
  return [...Map.groupBy(rows, ({ issueId }) => issueId).values()]
    .map((joined) => {
      const { periods: counts, whole } = series(periods, joined, ({ length }) => length);
      return { title: joined[0]?.title ?? '', counts, whole };
    })
    .sort((one, other) => other.whole - one.whole);
}

/** Returns how many thanks there were. */
export function praiseFigures(rows: readonly { readonly named: number }[]): PraiseFigures {
  const named = rows.filter((row) => row.named === 1).length;
  return { named, everyone: rows.length - named };
}

/** Returns what was given and refused. */
export function goodwillFigures(
  rows: readonly (Money & { readonly decision: 'given' | 'refused' })[],
): GoodwillFigures {
  const given = rows.filter(({ decision }) => decision === 'given');
  return { given: given.length, refused: rows.length - given.length, worth: sums(given) };
}
