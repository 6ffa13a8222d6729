import type { Locale } from '../../src-main/domain/intake.ts';

/** The forms of a counted message; `other` is the one that every language has. */
export type PluralForms = { readonly other: string } & {
  readonly [category in Exclude<Intl.LDMLPluralRule, 'other'>]?: string;
};

/**
 * Returns the form of a message for a count by the language's own plural rules (Unicode CLDR, from `Intl`),
 * with `#` replaced by the number.
 */
export function plural(locale: Locale, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replaceAll('#', new Intl.NumberFormat(`${locale}-u-nu-latn`).format(count));
}
