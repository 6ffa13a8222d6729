import type { Locale } from '../../src-main/domain/intake.ts';
import type { Money } from '../../src-main/domain/money.ts';

/** Returns an amount as slips and screens say it: `€12.50`, `JP¥300`. Latin digits in every language, as for times. */
export function formatMoney({ minor, currency }: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : `${locale}-u-nu-latn`, {
    style: 'currency',
    currency,
  });
  return format.format(minor / 10 ** decimalsOf(currency));
}

/** Returns how many decimals amounts of a currency have: 2 for `EUR`, 0 for `JPY`. */
export function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
