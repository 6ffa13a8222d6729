import { z } from 'zod';
import type { ShellCalls } from './shell-api.ts';

/** The input schemas of the calls that the back office makes around its screens. */
export const SHELL_SCHEMAS: { readonly [C in keyof ShellCalls]: z.ZodType<ShellCalls[C]['input']> } = {
  'board:counts': z.null(),
  'board:awaited': z.strictObject({ who: z.enum(['mine', 'all']) }),
};
