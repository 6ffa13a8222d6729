import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hanShapes, type HanShapes } from '../../domain/han.ts';
import { graphemes } from '../slip/printable.ts';
import { EMOJI, HAN_SOURCES, SOURCES, type FontSource } from './font-catalogue.ts';
import { drawsItself, GlobalFonts } from './ink.ts';

export { CELL_WIDTH } from './font-catalogue.ts';
export { createCanvas } from './ink.ts';

/** Dots of one row of text. */
export const CELL_HEIGHT = 24;

/** A font that letters are drawn with: one file, or the weights of one. */
export interface Face {
  readonly family: string;
  readonly source: FontSource;
  readonly files: readonly string[];
  registered: boolean;
  readonly drawn: Map<string, boolean>;
}

/** One face for a whole grapheme, or one for each of its characters that have ink. */
export type Cast = readonly { readonly text: string; readonly face: Face }[];

const CAST_CACHE_MAX = 50_000;
const EMOJI_FIRST = /\p{Emoji_Presentation}|\uFE0F|\u20E3|\p{Regional_Indicator}/u;
const WITHOUT_INK = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;
const HAN_KEYS = ['', 'jp', 'sc', 'tc', 'kr'];
const ALPHABETIC = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\x20-\x7e]/u;

const facesOfSource = new Map<FontSource, readonly Face[]>();
const splitFaces = new Map<FontSource, ReadonlyMap<number, Face>>();
const casts = new Map<string, Cast | undefined>();
const resolve = createRequire(import.meta.url).resolve;

/**
 * Finds the fonts that ship with the app and loads the two that every slip needs; the others load when a text needs
 * them. The machine's own are never used. Throws where a file is missing, which is a broken installation.
 */
export function loadFonts(): void {
  if (facesOfSource.size > 0) return;
  for (const source of [...SOURCES, EMOJI]) {
    if ('split' in source.faces) continue;
    const faces = source.faces.map((files, index) => newFace(source, `${source.name} ${index}`, files));
    facesOfSource.set(source, faces);
  }
  for (const source of HAN_SOURCES)
    if ('split' in source.faces) resolve(`${source.faces.split}/unicode.json`);
  canPrint('é');
}

/**
 * Returns whether every grapheme of a text leaves ink of its own here: drawn with the fonts that ship with the app, no
 * part of it is empty or the box that stands for a missing glyph. Fonts that a whole text needs load together, which is
 * many times faster than one by one.
 */
export function canPrint(text: string): boolean {
  if (/^[\x20-\x7e]*$/.test(text)) return true;
  if (HAN_KEYS.some((han) => casts.get(`${han}${text}`) !== undefined)) return true;
  const letters = graphemes(text);
  if (letters.length < 2) return castOf(text, undefined) !== undefined;
  const han = hanShapes(text);
  if (han !== undefined) registerAll(han, text);
  // Each is asked, also after one that fails: the answers are remembered.
  return new Set(letters.map((letter) => castOf(letter, han) !== undefined)).has(false) === false;
}

/**
 * Returns the faces that a grapheme is drawn with: one that has all of it, so that it is shaped as one, else one for
 * each part; undefined where a part would leave no ink.
 */
export function castOf(grapheme: string, han: HanShapes | undefined): Cast | undefined {
  const key = `${han ?? ''}${grapheme}`;
  if (casts.has(key)) return casts.get(key);
  loadFonts();
  if (casts.size >= CAST_CACHE_MAX) casts.clear();
  const cast = findCast(grapheme, han);
  casts.set(key, cast);
  return cast;
}

/** Returns a face of a source that draws all of a text, or undefined. */
export function faceIn(source: FontSource, text: string): Face | undefined {
  const parts = inkParts(text);
  return facesFor(source, parts).find((face) => parts.every((part) => draws(face, part)));
}

function findCast(grapheme: string, han: HanShapes | undefined): Cast | undefined {
  const parts = inkParts(grapheme);
  if (parts.length === 0 || !grapheme.isWellFormed()) return undefined;
  const order = searchOrder(grapheme, han);
  for (const source of order) {
    const face = facesFor(source, parts).find((candidate) => parts.every((part) => draws(candidate, part)));
    if (face !== undefined) return [{ text: grapheme, face }];
  }
  if (parts.length === 1) return undefined;
  const cast = parts.map((part) => ({ text: part, face: castOf(part, han)?.[0]?.face }));
  return cast.every((part): part is { text: string; face: Face } => part.face !== undefined)
    ? cast
    : undefined;
}

/** A joiner or a variation selector has no glyph and needs none. */
function inkParts(grapheme: string): string[] {
  return Array.from(grapheme).filter((part) => !WITHOUT_INK.test(part));
}

function searchOrder(grapheme: string, han: HanShapes | undefined): FontSource[] {
  const own = HAN_SOURCES.filter((source) => source.han === han);
  const others = HAN_SOURCES.filter((source) => source.han !== han);
  const first = EMOJI_FIRST.test(grapheme) ? [EMOJI] : ALPHABETIC.test(grapheme) ? [] : own;
  return [...first, ...SOURCES, EMOJI, ...own, ...others];
}

function facesFor(source: FontSource, parts: readonly string[]): readonly Face[] {
  const points = parts.map((part) => part.codePointAt(0) ?? 0);
  if (!points.every((point) => source.blocks.some(([from, to]) => point >= from && point <= to))) return [];
  if (!('split' in source.faces)) return facesOfSource.get(source) ?? [];
  const face = splitFacesOf(source, source.faces.split).get(points[0] ?? 0);
  return face === undefined ? [] : [face];
}

function draws(face: Face, character: string): boolean {
  const known = face.drawn.get(character);
  if (known !== undefined) return known;
  register(face);
  const drawn = drawsItself(face.family, character, 'split' in face.source.faces);
  face.drawn.set(character, drawn);
  return drawn;
}

function registerAll(han: HanShapes, text: string): void {
  for (const source of HAN_SOURCES.filter((candidate) => candidate.han === han)) {
    if (!('split' in source.faces)) continue;
    const faces = splitFacesOf(source, source.faces.split);
    for (const character of new Set(text)) {
      const face = faces.get(character.codePointAt(0) ?? 0);
      if (face !== undefined && !/^[\x20-\x7e]$/.test(character)) register(face);
    }
  }
}

function register(face: Face): void {
  if (face.registered) return;
  face.registered = true;
  for (const file of face.files) {
    // By its bytes, since native code cannot open a file inside an archive of the app.
    if (GlobalFonts.register(readFileSync(file), face.family) === null)
      throw new Error(`the font ${file} cannot be loaded`);
  }
}

function newFace(source: FontSource, family: string, files: readonly string[]): Face {
  return {
    family,
    source,
    files: files.map((file) => resolve(file)),
    registered: false,
    drawn: new Map(),
  };
}

/** The faces of a font of many thousand characters, which is split so that a text loads only what it needs. */
function splitFacesOf(source: FontSource, module: string): ReadonlyMap<number, Face> {
  const known = splitFaces.get(source);
  if (known !== undefined) return known;
  const ranges = JSON.parse(readFileSync(resolve(`${module}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  const name = module.slice(module.indexOf('/') + 1);
  const faces = new Map<number, Face>();
  for (const [subset, list] of Object.entries(ranges)) {
    // Numbered subsets are the font's own; those with names are Latin and Cyrillic, which others here draw.
    const number = /^\[(\d+)\]$/.exec(subset)?.[1];
    if (number === undefined) continue;
    const file = `${module}/files/${name}-${number}-wght-normal.woff2`;
    const face = newFace(source, `${source.name} ${number}`, [file]);
    for (const range of list.split(',')) {
      const [from = '', to = from] = range.trim().replace('U+', '').split('-');
      for (let point = parseInt(from, 16); point <= parseInt(to, 16); point++) faces.set(point, face);
    }
  }
  splitFaces.set(source, faces);
  return faces;
}
