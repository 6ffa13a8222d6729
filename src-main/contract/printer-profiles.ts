import { z } from 'zod';
import bixolonSrp350PlusIii from '../../resources/printers/bixolon-srp-350plusiii.json' with { type: 'json' };
import epsonTmM30Iii from '../../resources/printers/epson-tm-m30iii.json' with { type: 'json' };
import epsonTmT20Iii from '../../resources/printers/epson-tm-t20iii.json' with { type: 'json' };
import epsonTmT88V from '../../resources/printers/epson-tm-t88v.json' with { type: 'json' };
import epsonTmT88Vi from '../../resources/printers/epson-tm-t88vi.json' with { type: 'json' };
import epsonTmT88Vii from '../../resources/printers/epson-tm-t88vii.json' with { type: 'json' };
import generic58 from '../../resources/printers/generic-58.json' with { type: 'json' };
import generic80 from '../../resources/printers/generic-80.json' with { type: 'json' };
import starMcPrint3 from '../../resources/printers/star-mc-print3.json' with { type: 'json' };
import starTsp143Iv from '../../resources/printers/star-tsp143iv.json' with { type: 'json' };
import { CODE_PAGES } from '../domain/code-page.ts';
import {
  CONFIRMATIONS,
  KANJI_SETS,
  PAPER_COLUMNS,
  PRINTER_LANGUAGES,
  type PrinterProfile,
  type ProfileId,
} from '../domain/printer.ts';

const fact = z.string().min(1);
const known = z.int().positive().nullable();

/** The shape of a file in `resources/printers`. */
export const PROFILE_SCHEMA: z.ZodType<PrinterProfile> = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .transform((id) => id as ProfileId),
  maker: z.string(),
  model: fact,
  generic: z.boolean(),
  language: z.enum(PRINTER_LANGUAGES),
  dpi: z.literal([180, 203]),
  dots: z.int().min(384).max(576),
  columns: z.literal(PAPER_COLUMNS),
  verticalUnitsPerInch: z.int().positive(),
  receiveBufferBytes: known,
  codePages: z.partialRecord(z.enum(CODE_PAGES), z.int().min(0).max(255)),
  utf8: z.boolean(),
  kanji: z.enum(KANJI_SETS),
  confirms: z.enum(CONFIRMATIONS),
  clears: z.boolean(),
  status: z.boolean(),
  cutter: z.boolean(),
  qr: z.boolean(),
  barcode: z.boolean(),
  speedMmPerSecond: known,
  saysModel: z.array(fact),
  sources: z.array(z.strictObject({ url: z.url(), licence: fact, of: fact })).min(1),
  unverified: z.array(fact),
});

/** Every model that comes with the app, by maker and model, and the generic ones last. A new file needs a line here. */
export const PRINTER_PROFILES: readonly PrinterProfile[] = z
  .array(PROFILE_SCHEMA)
  .parse([
    bixolonSrp350PlusIii,
    epsonTmM30Iii,
    epsonTmT20Iii,
    epsonTmT88V,
    epsonTmT88Vi,
    epsonTmT88Vii,
    starMcPrint3,
    starTsp143Iv,
    generic58,
    generic80,
  ]);

/** Returns the profile of this id, or undefined where there is none. */
export function profileOf(id: string): PrinterProfile | undefined {
  return PRINTER_PROFILES.find((profile) => profile.id === id);
}
