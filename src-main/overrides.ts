import { isPrinterUrl } from './contract/settings-schema.ts';
import { storeCode } from './domain/claim-number.ts';
import { LOCALES } from './domain/intake.ts';
import { PREVIEW_URL } from './domain/printer.ts';
import type { Settings } from './domain/settings.ts';

/** Settings with the environment's overrides, and the names of those that could not be used. */
export interface Overridden {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/**
 * Applies `IYW_PRINTER` (the first printer's address), `IYW_STORE` and `IYW_LOCALE`; one that is not valid changes
 * nothing and is named.
 */
export function applyOverrides(
  settings: Settings,
  env: Readonly<Record<string, string | undefined>>,
): Overridden {
  const problems: string[] = [];
  let { store, printers } = settings;
  const { IYW_PRINTER: url, IYW_STORE: code, IYW_LOCALE: locale } = env;
  if (url) {
    const [first, ...others] = printers;
    // Two queues that write to one printer would mix their slips.
    const taken = url !== PREVIEW_URL && others.some((other) => other.url === url);
    if (isPrinterUrl(url) && !taken) printers = [{ ...first, url }, ...others];
    else problems.push('IYW_PRINTER');
  }
  if (code) {
    const checked = storeCode(code);
    if (checked) store = { ...store, code: checked };
    else problems.push('IYW_STORE');
  }
  if (locale) {
    const known = LOCALES.find((name) => name === locale);
    if (known) store = { ...store, locale: known };
    else problems.push('IYW_LOCALE');
  }
  return { settings: { ...settings, store, printers }, problems };
}
