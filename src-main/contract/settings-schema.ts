import { z } from 'zod';
import { storeCode } from '../domain/claim-number.ts';
import { isZone } from '../domain/due-time.ts';
import { EXPECTATION_KINDS } from '../domain/expectation.ts';
import { LOCALES } from '../domain/intake.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ExpectationDefault, Settings } from '../domain/settings.ts';

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
  .refine((value) => isPrinterUrl(value), 'a printer is preview:, tcp://host:port or file:///path');
const expectation = z.strictObject({
  kind: z.enum(EXPECTATION_KINDS),
  text: z.strictObject({ en: line.min(1), ar: line.min(1) } satisfies Record<
    keyof ExpectationDefault['text'],
    z.ZodType<string>
  >),
});

const settings = z.strictObject({
  version: z.literal(1),
  store: z.strictObject({
    code,
    name: line.min(1),
    address: line,
    phone: line,
    askFor: line,
    zone,
    locale: z.enum(LOCALES),
  }),
  kiosk: z.strictObject({ idleSeconds: z.int().min(30).max(300) }),
  printer: z.strictObject({
    url: printerUrl,
    paper: z.strictObject({ columns: z.union([z.literal(32), z.literal(42), z.literal(48)]) }),
  }),
  nextUpdate: z.strictObject({
    workingDays: z.int().min(0).max(30),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM'),
    closedWeekdays: z.array(z.int().min(1).max(7)).max(6),
  }),
  expectations: z.array(expectation).max(12),
});

/** Returns whether a printer can be reached by this address: `preview:`, `tcp://host:port`, `file:///path`. */
export function isPrinterUrl(value: string): boolean {
  if (value === 'preview:') return true;
  const tcp = /^tcp:\/\/(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]):(\d{1,5})$/.exec(value);
  if (tcp) return Number(tcp[1]) >= 1 && Number(tcp[1]) <= 65_535;
  return /^file:\/\/\/[^\0]+$/.test(value);
}

/** Checks parsed JSON as settings; the error names each place and what is wrong there. */
export function parseSettings(json: unknown): Result<Settings, string> {
  const parsed = settings.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'settings'}: ${issue.message}`).join('; '),
  );
}
