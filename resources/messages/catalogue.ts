import type { Locale } from '../../src-main/domain/intake.ts';
import { ar } from './ar.ts';
import { en, type Messages } from './en.ts';

export type { Messages } from './en.ts';

const CATALOGUE: Readonly<Record<Locale, Messages>> = { en, ar };

/** Returns the messages of a language. */
export function messagesFor(locale: Locale): Messages {
  return CATALOGUE[locale];
}

/** Returns the direction that a language is written in. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}
