import { z } from 'zod';
import { REPORTS } from '../domain/report.ts';
import type { StaffId } from '../domain/staff.ts';
import { REPORT_PERIODS_MAX, REPORT_UNITS, type ReportCalls } from './reports-api.ts';

/** Longest path of a folder that systems take. */
const PLACE_MAX = 4_096;

const choice = z.strictObject({
  unit: z.enum(REPORT_UNITS),
  count: z.int().min(1).max(REPORT_PERIODS_MAX),
  who: z
    .uuid()
    .transform((value) => value as StaffId)
    .nullable(),
});

/** The input schemas of the calls about reports. */
export const REPORT_SCHEMAS: { readonly [C in keyof ReportCalls]: z.ZodType<ReportCalls[C]['input']> } = {
  'reports:view': choice,
  'reports:people': z.null(),
  'reports:save': choice.extend({ report: z.enum(REPORTS), placeId: z.string().max(PLACE_MAX) }),
  'reports:print-day': z.null(),
};
