import {
  type PaperColumns,
  type PrinterId,
  type PrinterLanguage,
  type PrinterProfile,
  type PrinterSettings,
} from '../domain/printer.ts';
import { CODE_PAGES } from '../domain/code-page.ts';
import type { PrinterText } from './encode/code-page.ts';
import type { EncodeOptions } from './encode/encode.ts';
import type { PrinterAbilities } from './escpos/abilities.ts';

/** A printer of the store as it is used: what it is said to have, as far as that may be trusted. */
export interface EffectivePrinter {
  readonly id: PrinterId;
  /** What staff call it; its address where nobody named it. */
  readonly name: string;
  readonly url: string;
  readonly language: PrinterLanguage;
  readonly columns: PaperColumns;
  readonly dots: number;
  readonly dpi: number;
  /** The most that its answers are taken for (`GS I`), or null for a model that nobody named: then they decide alone. */
  readonly limit: PrinterAbilities | null;
  /** What slips may be made of for it. */
  readonly encoding: EncodeOptions;
  /** Whether drawn lines were seen to come out right; null before a test slip was looked at. */
  readonly drawsRight: boolean | null;
}

/** Dots across the paper where the installer set another width than the profile's. */
const DOTS: Readonly<Record<PaperColumns, number>> = { 32: 384, 42: 512, 48: 576 };

/**
 * Returns the printer as it may be used. A page is trusted when the profile offers it and staff ticked it on a test
 * slip. Before that it is Windows-1252 alone, whose number is the same wherever a kept source lists it; every other
 * line is drawn. What staff did not tick is never sent again.
 */
export function resolvePrinter(given: {
  readonly settings: PrinterSettings;
  readonly profile: PrinterProfile;
}): EffectivePrinter {
  const { settings, profile } = given;
  // Under another profile the pages have other numbers, so what was seen then says nothing now.
  const seen = settings.confirmed?.profile === profile.id ? settings.confirmed : null;
  const columns = settings.columns ?? profile.columns;
  return {
    id: settings.id,
    name: settings.name === '' ? settings.url : settings.name,
    url: settings.url,
    language: profile.language,
    columns,
    dots: columns === profile.columns ? profile.dots : DOTS[columns],
    dpi: profile.dpi,
    limit: profile.generic
      ? null
      : { status: profile.status, clears: profile.clears, confirms: profile.confirms === 'gs-h' },
    encoding: {
      language: profile.language,
      text: textOf(profile, seen?.codePages ?? ['win1252'], profile.utf8 && seen?.utf8 === true),
      qr: profile.qr && (seen?.qr ?? true),
      barcode: profile.barcode && (seen?.barcode ?? true),
      cut: profile.cutter && (seen?.cut ?? true),
    },
    drawsRight: seen?.raster ?? null,
  };
}

function textOf(profile: PrinterProfile, trusted: readonly string[], utf8: boolean): PrinterText {
  const codePages = CODE_PAGES.flatMap((page) => {
    const escT = profile.codePages[page];
    return escT !== undefined && trusted.includes(page) ? [{ page, escT }] : [];
  });
  return { codePages, utf8 };
}
