import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRINTER_PROFILES, PROFILE_SCHEMA, profileOf } from '../../../src-main/contract/printer-profiles.ts';
import { GENERIC_PROFILES, profileForModel } from '../../../src-main/domain/printer.ts';

const FOLDER = join(import.meta.dirname, '../../../resources/printers');
const FILES = readdirSync(FOLDER).sort();

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
}

describe('printer profiles', () => {
  it.each(FILES)('%s is one, named by its id', (file) => {
    const profile = PROFILE_SCHEMA.parse(read(file));
    expect(`${profile.id}.json`).toBe(file);
    expect(profile.dots).toBeGreaterThanOrEqual(profile.columns * 12);
    const fields = Object.keys(profile);
    expect(profile.unverified.filter((field) => !fields.includes(field))).toEqual([]);
    // Whatever a profile says is from somewhere, or is marked as from nowhere.
    for (const field of ['dpi', 'columns', 'codePages', 'confirms', 'clears', 'status'] as const) {
      const sourced = profile.sources.some((source) => source.of.includes(field));
      expect([field, sourced || profile.unverified.includes(field)]).toEqual([field, true]);
    }
  });

  it('are all on offer, and no other', () => {
    expect(PRINTER_PROFILES.map(({ id }) => `${id}.json`).sort()).toEqual(FILES);
  });

  it('offer Windows-1252 everywhere, since that is what goes out before a test slip', () => {
    expect(PRINTER_PROFILES.filter(({ codePages }) => codePages.win1252 === undefined)).toEqual([]);
  });

  it('have a generic one for each width, which promises nothing that the printer does not say itself', () => {
    for (const id of Object.values(GENERIC_PROFILES)) {
      expect(profileOf(id)).toMatchObject({ generic: true, confirms: 'none', clears: false, status: false });
    }
    expect(profileOf('epson-tm-t89')).toBeUndefined();
  });

  it.each([
    { ...(read('generic-80.json') as object), dpi: 200 },
    { ...(read('generic-80.json') as object), sources: [] },
    { ...(read('generic-80.json') as object), codePages: { latin1: 3 } },
    { ...(read('generic-80.json') as object), colour: 'blue' },
  ])('are refused where they are wrong', (profile) => {
    expect(PROFILE_SCHEMA.safeParse(profile).success).toBe(false);
  });
});

describe('profileForModel', () => {
  it.each([
    ['TM-T88V', 'epson-tm-t88v'],
    ['TM-T88V-DT', 'epson-tm-t88v'],
    ['TM-T88VI', 'epson-tm-t88vi'],
    ['TM-T88VII', 'epson-tm-t88vii'],
    ['tm-m30iii ', 'epson-tm-m30iii'],
    ['SRP-350plusIII', 'bixolon-srp-350plusiii'],
    ['TSP143IV', 'star-tsp143iv'],
    ['TM-T88', undefined],
    ['TM-T88VIII', undefined],
    ['LaserJet', undefined],
    ['', undefined],
  ])('takes «%s» for %s', (model, id) => {
    expect(profileForModel(model, PRINTER_PROFILES)?.id).toBe(id);
  });
});
