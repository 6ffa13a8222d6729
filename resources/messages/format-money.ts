import type { Locale } from '../../src-main/domain/intake.ts';
import { minorDigits, type Money } from '../../src-main/domain/money.ts';

/** Returns an amount as slips and screens say it: `€12.50`, `JP¥300`. Latin digits in every language, as for times. */
export function formatMoney({ minor, currency }: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : `${locale}-u-nu-latn`, {
    style: 'currency',
    currency,
  });
  return format.format(minor / 10 ** minorDigits(currency));
}
