import { z } from 'zod';
import type { PrintJobId } from '../domain/brand.ts';
import { countCharacters, FIELD_MAX_CHARACTERS, isKeepable } from '../domain/intake.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { PaperCalls } from './paper-api.ts';
import { PRINTER_SCHEMA } from './settings-schema.ts';

const PRINTERS_MAX = 20;
const BLOCKS_MAX = 100;
const jobId = z.uuid().transform((value) => value as PrintJobId);
const printerId = z
  .string()
  .max(100)
  .transform((value) => value as PrinterId);
const reason = z
  .string()
  .max(FIELD_MAX_CHARACTERS * 2)
  .refine(isKeepable, 'half of a character')
  .refine((value) => countCharacters(value) <= FIELD_MAX_CHARACTERS, 'too long')
  .refine((value) => value.trim() !== '', 'no reason');
const job = z.strictObject({ jobId });

/** The input schemas of the calls that have to do with paper and printers. */
export const PAPER_SCHEMAS: { readonly [C in keyof PaperCalls]: z.ZodType<PaperCalls[C]['input']> } = {
  'paper:view': z.null(),
  'paper:picture': job,
  'paper:reprint': job,
  'paper:void': z.strictObject({ jobId, reason }),
  'paper:move': z.strictObject({ jobId, printerId }),
  'paper:answer': z.strictObject({ jobId, cameOut: z.boolean() }),
  'printers:view': z.null(),
  'printers:find': z.null(),
  'printers:stop-finding': z.null(),
  'printers:save': z.strictObject({ printers: z.array(PRINTER_SCHEMA).min(1).max(PRINTERS_MAX) }),
  'printers:test': z.strictObject({ printerId }),
  'printers:confirm': z.strictObject({ jobId, ticked: z.array(z.int().min(1)).max(BLOCKS_MAX) }),
};
