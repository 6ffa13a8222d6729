import type { Instant } from '../domain/brand.ts';
import type { Colleague } from '../domain/desk.ts';
import type { PlaceId, SavedFile } from '../domain/exported.ts';
import type { Period } from '../domain/period.ts';
import type { ReportName, Reports } from '../domain/report.ts';
import type { StaffId } from '../domain/staff.ts';

/** What reports are counted by on the screen; a day is for paper. */
export const REPORT_UNITS = ['week', 'month'] as const;
/** Most periods of a report: a year of weeks. */
export const REPORT_PERIODS_MAX = 53;

/** Which figures. */
export interface ReportChoice {
  readonly unit: (typeof REPORT_UNITS)[number];
  /** How many weeks or months, up to the one that is now. */
  readonly count: number;
  /** Whose; null for the whole store's. Anybody's but one's own are for supervisors. */
  readonly who: StaffId | null;
}

/** The figures of a span of time. */
export interface ReportsView {
  readonly now: Instant;
  /** Oldest first. */
  readonly periods: readonly Period[];
  readonly reports: Reports;
}

/** Input and output of each call about reports. */
export interface ReportCalls {
  'reports:view': { input: ReportChoice; output: ReportsView };
  /** Everybody whose figures there may be, also who left, by name. */
  'reports:people': { input: null; output: readonly Colleague[] };
  /** Saves the table of one report as CSV. */
  'reports:save': {
    input: ReportChoice & { readonly report: ReportName; readonly placeId: PlaceId };
    output: SavedFile;
  };
  /** Prints what today was so far. */
  'reports:print-day': { input: null; output: null };
}
