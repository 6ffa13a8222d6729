/** An amount of money. */
export interface Money {
  /** In the currency's smallest unit: cents, pence, yen. A whole number, below zero for what comes back. */
  readonly minor: number;
  /** ISO 4217, for example `EUR`. */
  readonly currency: string;
}

/** Returns the sums of amounts, one for each currency, in the order in which the currencies first come. */
export function sums(amounts: readonly Money[]): Money[] {
  const totals = new Map<string, number>();
  for (const { minor, currency } of amounts) {
    if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is no whole number of minor units`);
    totals.set(currency, (totals.get(currency) ?? 0) + minor);
  }
  return Array.from(totals, ([currency, minor]) => ({ minor, currency }));
}
