import { describe, expect, it } from 'vitest';
import { profileOf, PRINTER_PROFILES } from '../../../src-main/contract/printer-profiles.ts';
import type { ConfirmedAbilities, ProfileId } from '../../../src-main/domain/printer.ts';
import { CAREFUL_TEXT } from '../../../src-main/print/encode/code-page.ts';
import { within } from '../../../src-main/print/escpos/abilities.ts';
import { examplePrinter } from '../../fixtures/example-printer.ts';

const URL = 'tcp://printer:9100';
const SEEN: ConfirmedAbilities = {
  at: '2026-11-23T08:42:00.000Z',
  profile: 'epson-tm-m30iii' as ProfileId,
  codePages: ['cp866', 'cp858', 'win1252'],
  utf8: true,
  raster: true,
  qr: false,
  barcode: true,
  cut: false,
};

describe('a printer before its test slip', () => {
  it.each(PRINTER_PROFILES.map(({ id }) => id))('sends only Windows-1252 as text: %s', (profile) => {
    const { encoding } = examplePrinter({ url: URL, profile });
    const escT = profileOf(profile)?.codePages.win1252;
    expect(encoding.text).toEqual({ codePages: [{ page: 'win1252', escT }], utf8: false });
  });

  it('is taken as printers were before there were profiles, where nobody named its model', () => {
    expect(examplePrinter({ url: URL })).toMatchObject({
      name: URL,
      columns: 48,
      dots: 576,
      limit: null,
      drawsRight: null,
      encoding: { text: CAREFUL_TEXT, qr: true, barcode: true, cut: true },
    });
  });
});

describe('a printer after its test slip', () => {
  it('sends what was ticked and is on offer, in the order of preference, and nothing else', () => {
    const { encoding, drawsRight } = examplePrinter({
      url: URL,
      profile: 'epson-tm-m30iii',
      confirmed: SEEN,
    });
    expect(encoding.text).toEqual({
      // Its profile does not offer cp858.
      codePages: [
        { page: 'win1252', escT: 16 },
        { page: 'cp866', escT: 17 },
      ],
      utf8: true,
    });
    expect([encoding.qr, encoding.cut, drawsRight]).toEqual([false, false, true]);
  });

  it('sends no page at all where none came out right', () => {
    const confirmed = { ...SEEN, codePages: [], utf8: false };
    const { encoding } = examplePrinter({ url: URL, profile: 'epson-tm-m30iii', confirmed });
    expect(encoding.text).toEqual({ codePages: [], utf8: false });
  });

  it('is as before it under another profile, where the pages have other numbers', () => {
    const other = { url: URL, profile: 'bixolon-srp-350plusiii' };
    expect(examplePrinter({ ...other, confirmed: SEEN })).toEqual(examplePrinter(other));
  });

  it('sends no UTF-8 to a model that does not offer it', () => {
    const profile = 'epson-tm-t88v';
    const confirmed = { ...SEEN, profile: profile as ProfileId };
    expect(examplePrinter({ url: URL, profile, confirmed }).encoding.text?.utf8).toBe(false);
  });
});

describe('a width that the installer set', () => {
  it.each([
    ['generic-80', 32, 384],
    ['generic-80', 42, 512],
    ['epson-tm-t88v', 42, 512],
    ['epson-tm-t20iii', undefined, 576],
  ] as const)('decides: %s at %s columns has %i dots', (profile, columns, dots) => {
    expect(examplePrinter({ url: URL, profile, columns }).dots).toBe(dots);
  });
});

describe('within', () => {
  const all = { status: true, clears: true, confirms: true };
  it('takes of an answer what the profile says too, and all of it where no model is named', () => {
    const { limit } = examplePrinter({ url: URL, profile: 'bixolon-srp-350plusiii' });
    expect(within(all, limit)).toEqual({ status: true, clears: false, confirms: false });
    expect(within(all, examplePrinter({ url: URL, profile: 'epson-tm-t20iii' }).limit)).toEqual(all);
    expect(within(all, null)).toEqual(all);
    expect(within({ ...all, confirms: false }, all)).toEqual({ ...all, confirms: false });
  });
});
