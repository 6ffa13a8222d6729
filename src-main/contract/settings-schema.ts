import { z } from 'zod';
import { storeCode } from '../domain/claim-number.ts';
import { CODE_PAGES } from '../domain/code-page.ts';
import { isZone } from '../domain/due-time.ts';
import { LOCALES } from '../domain/intake.ts';
import { sameEveryDay } from '../domain/opening-hours.ts';
import {
  FIRST_PRINTER_ID,
  GENERIC_PROFILES,
  PAPER_COLUMNS,
  PREVIEW_URL,
  type ConfirmedAbilities,
  type PrinterId,
  type PrinterSettings,
} from '../domain/printer.ts';
import { USUAL_RETENTION } from '../domain/retention.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { CLOSED_DATES_MAX, type Settings } from '../domain/settings.ts';
import { profileOf } from './printer-profiles.ts';
import { SETTING_PARTS } from './settings-parts.ts';

const { line, time } = SETTING_PARTS;
const code = z.string().transform((value, context) => {
  const checked = storeCode(value);
  if (checked) return checked;
  context.addIssue('a store code is 2 to 6 of A-Z and 0-9, a letter first');
  return z.NEVER;
});
const zone = z.string().refine(isZone, 'no such time zone');
const printerUrl = z
  .string()
  .refine(
    (value) => isPrinterUrl(value),
    'a printer is preview:, tcp://host:port, file:///path or cups:QUEUE',
  );
const columns = z.literal(PAPER_COLUMNS);
const profile = z.string().transform((value, context) => {
  const found = profileOf(value);
  if (found) return found.id;
  context.addIssue('no such printer profile');
  return z.NEVER;
});
const confirmed: z.ZodType<ConfirmedAbilities> = z.strictObject({
  at: z.iso.datetime(),
  profile,
  codePages: z.array(z.enum(CODE_PAGES)),
  utf8: z.boolean(),
  raster: z.boolean(),
  qr: z.boolean(),
  barcode: z.boolean(),
  cut: z.boolean(),
});
/** The schema of one printer, in the file and from the printers' screen. */
export const PRINTER_SCHEMA: z.ZodType<PrinterSettings> = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a printer’s id is small letters, digits and dashes')
    .transform((value) => value as PrinterId),
  name: line,
  url: printerUrl,
  profile,
  columns: columns.optional(),
  confirmed: confirmed.nullable(),
});
const printers = z.tuple([PRINTER_SCHEMA], PRINTER_SCHEMA).superRefine((all, context) => {
  const ids = all.map(({ id }) => id);
  if (new Set(ids).size < ids.length) context.addIssue('two printers have one id');
  // Two queues that write to one printer would mix their slips.
  const addresses = all.map(({ url }) => url).filter((url) => url !== PREVIEW_URL);
  if (new Set(addresses).size < addresses.length) context.addIssue('two printers have one url');
});

const store = z.strictObject({
  code,
  name: line.min(1),
  address: line,
  phone: line,
  askFor: line,
  zone,
  locale: z.enum(LOCALES),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a currency is three capital letters')
    .default('EUR'),
});
const secondFolder = z
  .string()
  .regex(/^(\/|[A-Za-z]:\\)[^\0]+$/, 'a folder is a whole path')
  .nullable();
const idle = { kiosk: SETTING_PARTS.kioskIdle, staff: SETTING_PARTS.staffIdle };
const current = {
  store,
  staff: z.strictObject({ idleSeconds: idle.staff }),
  kiosk: z.strictObject({ idleSeconds: idle.kiosk, languages: SETTING_PARTS.languages }),
  backups: z.strictObject({ secondFolder }).default({ secondFolder: null }),
  printers,
  nextUpdate: SETTING_PARTS.nextUpdate,
  openingHours: z.strictObject({ week: SETTING_PARTS.week, holidays: SETTING_PARTS.holidays }),
  goodwillLimits: SETTING_PARTS.goodwillLimits,
  expectations: SETTING_PARTS.lines,
  itemKinds: SETTING_PARTS.itemKinds,
  warnings: SETTING_PARTS.warnings,
  retention: SETTING_PARTS.retention.default(USUAL_RETENTION),
};
const settings: z.ZodType<Settings> = z.strictObject({ version: z.literal(4), ...current });

/** Before version 4 no holiday came every year. */
const dates = z.array(z.iso.date()).max(CLOSED_DATES_MAX);
const version3 = z.strictObject({
  version: z.literal(3),
  ...current,
  openingHours: z.strictObject({ week: SETTING_PARTS.week, holidays: dates }),
});

/** What versions 1 and 2 had in common: one opening and one closing time for the whole week. */
const older = {
  store,
  staff: z.strictObject({ idleSeconds: idle.staff }).default({ idleSeconds: 180 }),
  kiosk: z.strictObject({ idleSeconds: idle.kiosk }),
  nextUpdate: SETTING_PARTS.nextUpdate.extend({
    closedWeekdays: z.array(z.int().min(1).max(7)).max(6),
  }),
  openingHours: z
    .strictObject({ opens: time, closes: time, holidays: dates })
    .refine(({ opens, closes }) => opens < closes, 'a store opens before it closes')
    .default({ opens: '09:00', closes: '18:00', holidays: [] }),
  goodwillLimits: SETTING_PARTS.goodwillLimits.default({
    clerk: 2_000,
    technician: 2_000,
    supervisor: 20_000,
    admin: null,
  }),
  expectations: SETTING_PARTS.lines,
};
const version2 = z.strictObject({ version: z.literal(2), printers, ...older });
const version1 = z.strictObject({
  version: z.literal(1),
  printer: z.strictObject({ url: printerUrl, paper: z.strictObject({ columns }) }),
  ...older,
});

/** Before a store could have more than one printer. */
function fromVersion1({ printer: { url, paper }, ...same }: z.infer<typeof version1>): Settings {
  const only = { id: FIRST_PRINTER_ID, name: '', url, confirmed: null };
  const narrow = paper.columns === 32;
  return fromVersion2({
    ...same,
    version: 2,
    printers: [
      narrow
        ? { ...only, profile: GENERIC_PROFILES[58] }
        : { ...only, profile: GENERIC_PROFILES[80], columns: paper.columns },
    ],
  });
}

/** Before days had hours of their own, and items lines of their own. */
function fromVersion2({
  openingHours: { opens, closes, holidays },
  nextUpdate: { closedWeekdays, ...rule },
  kiosk,
  ...same
}: z.infer<typeof version2>): Settings {
  return {
    ...same,
    version: 4,
    kiosk: { ...kiosk, languages: LOCALES },
    nextUpdate: rule,
    openingHours: { week: sameEveryDay({ opens, closes }, closedWeekdays), holidays },
    backups: { secondFolder: null },
    itemKinds: [],
    warnings: { beforeMinutes: 30, sound: false },
    retention: USUAL_RETENTION,
  };
}

const OLDER = new Map<unknown, z.ZodType<Settings>>([
  [1, version1.transform(fromVersion1)],
  [2, version2.transform(fromVersion2)],
  [3, version3.transform((same): Settings => ({ ...same, version: 4 }))],
]);

/** Returns whether a printer can be reached by this address: `preview:`, `tcp://…`, `file:///…` or `cups:QUEUE`. */
export function isPrinterUrl(value: string): boolean {
  if (value === PREVIEW_URL) return true;
  const tcp = /^tcp:\/\/(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]):(\d{1,5})$/.exec(value);
  if (tcp) return Number(tcp[1]) >= 1 && Number(tcp[1]) <= 65_535;
  const queue = /^cups:(.+)$/u.exec(value)?.[1];
  if (queue !== undefined) return isQueueName(queue);
  return /^file:\/\/\/[^\0]+$/.test(value);
}

/** A name as CUPS has it, percent-encoded or not; one that begins with a dash would be taken for an option. */
function isQueueName(encoded: string): boolean {
  try {
    return /^(?!-)[^\s/#\p{Cc}]{1,127}$/u.test(decodeURIComponent(encoded));
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/**
 * Checks parsed JSON as settings, and brings those of versions 1 to 3 up to date; the error names each place and what
 * is wrong there.
 */
export function parseSettings(json: unknown): Result<Settings, string> {
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  const parsed = (OLDER.get(version) ?? settings).safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`).join('; '),
  );
}
