import { z } from 'zod';
import { AMOUNT_MAX } from '../domain/charge.ts';
import { storeCode } from '../domain/claim-number.ts';
import { CODE_PAGES } from '../domain/code-page.ts';
import { isZone } from '../domain/due-time.ts';
import { EXPECTATION_KINDS } from '../domain/expectation.ts';
import { LOCALES } from '../domain/intake.ts';
import {
  FIRST_PRINTER_ID,
  GENERIC_PROFILES,
  PAPER_COLUMNS,
  PREVIEW_URL,
  type ConfirmedAbilities,
  type PrinterId,
  type PrinterSettings,
} from '../domain/printer.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ExpectationDefault, Settings } from '../domain/settings.ts';
import { profileOf } from './printer-profiles.ts';

const line = z.string().max(200);
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
const expectation = z.strictObject({
  kind: z.enum(EXPECTATION_KINDS),
  text: z.strictObject({ en: line.min(1), ar: line.min(1) } satisfies Record<
    keyof ExpectationDefault['text'],
    z.ZodType<string>
  >),
});

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

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM');
const limit = z.int().min(0).max(AMOUNT_MAX).nullable();
const others = {
  store: z.strictObject({
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
  }),
  staff: z.strictObject({ idleSeconds: z.int().min(30).max(1800) }).default({ idleSeconds: 180 }),
  kiosk: z.strictObject({ idleSeconds: z.int().min(30).max(300) }),
  nextUpdate: z.strictObject({
    workingDays: z.int().min(0).max(30),
    time,
    closedWeekdays: z.array(z.int().min(1).max(7)).max(6),
  }),
  openingHours: z
    .strictObject({ opens: time, closes: time, holidays: z.array(z.iso.date()).max(400) })
    .refine(({ opens, closes }) => opens < closes, 'a store opens before it closes')
    .default({ opens: '09:00', closes: '18:00', holidays: [] }),
  goodwillLimits: z
    .strictObject({ clerk: limit, technician: limit, supervisor: limit, admin: limit })
    .default({ clerk: 2_000, technician: 2_000, supervisor: 20_000, admin: null }),
  expectations: z.array(expectation).max(12),
};
const settings = z.strictObject({ version: z.literal(2), printers, ...others });
/** Before a store could have more than one printer. */
const settingsOfVersion1 = z
  .strictObject({
    version: z.literal(1),
    printer: z.strictObject({ url: printerUrl, paper: z.strictObject({ columns }) }),
    ...others,
  })
  .transform(({ printer: { url, paper }, ...same }): Settings => {
    const only = { id: FIRST_PRINTER_ID, name: '', url, confirmed: null };
    const narrow = paper.columns === 32;
    return {
      ...same,
      version: 2,
      printers: [
        narrow
          ? { ...only, profile: GENERIC_PROFILES[58] }
          : { ...only, profile: GENERIC_PROFILES[80], columns: paper.columns },
      ],
    };
  });

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
 * Checks parsed JSON as settings, and brings those of version 1 up to date; the error names each place and what is
 * wrong there.
 */
export function parseSettings(json: unknown): Result<Settings, string> {
  const isVersion1 = typeof json === 'object' && json !== null && 'version' in json && json.version === 1;
  const parsed = (isVersion1 ? settingsOfVersion1 : settings).safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`).join('; '),
  );
}
