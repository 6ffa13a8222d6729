import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Channel } from '../../src-main/contract/channels.ts';
import { INPUT_SCHEMAS } from '../../src-main/contract/schemas.ts';
import { LETTER_SECTIONS } from '../../src-main/domain/escalation.ts';

/**
 * What JSON cannot carry, named where it goes: the page makes the thing itself (`hydrate` in hostile-calls.spec.ts).
 */
export interface Exotic {
  readonly $exotic: string;
  /** How much of it, where that can be said. */
  readonly size?: number;
}

/** A word that no log may hold; it is in every text that is sent. */
export const MARK = 'quincunx';
/** Everything of structured clone, and some of what it refuses. */
const EXOTICS = [
  ...['nan', 'infinity', 'bigint', 'date', 'map', 'set', 'bytes', 'error', 'regexp', 'cyclic', 'function'],
  ...['symbol', 'boxed', 'null-prototype', 'class', 'getter', 'sparse', 'undefined'],
] as const;
/** Not `__proto__`: the bridge itself leaves that one behind. */
const EXTRA_KEYS = ['constructor', 'toString', 'admin', 'role', 'by', '', '0', 'hasOwnProperty'];
/** Longer than any text that is taken. */
const HUGE_CHARACTERS = 2_000_000;
/** Structured clone and the bridge give up somewhere on the way to the second. */
const DEPTHS = [50, 5_000];
/** One call in so many carries megabytes. */
const HUGE_EVERY = 200;

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
}

/** A place in a value that was made by a schema. */
interface Place {
  readonly schema: Schema;
  readonly value: unknown;
  readonly put: (value: unknown) => void;
}

type Pick = (limit: number) => number;

/** What each channel takes, as JSON schema. */
const SCHEMAS = new Map<Channel, Schema>();

function schemaOf(channel: Channel): Schema {
  const known = SCHEMAS.get(channel);
  if (known) return known;
  const made = z.toJSONSchema(INPUT_SCHEMAS[channel], { io: 'input', unrepresentable: 'any' }) as Schema;
  SCHEMAS.set(channel, made);
  return made;
}

/** Where a schema's own checks ask for more than a text of some shape. */
const PRINTER = { id: 'counter', name: MARK, url: 'preview:', profile: 'generic-80', confirmed: null };
const LETTER = {
  to: { name: MARK, organisation: '', address: '' },
  asked: MARK,
  due: 1,
  similar: [],
};
const GIVEN: Partial<Record<Channel, unknown>> = {
  'printers:save': { printers: [PRINTER] },
  'escalation:write': {
    claimId: randomUUID(),
    escalationId: randomUUID(),
    version: 1,
    wanted: LETTER,
    prose: Object.fromEntries(LETTER_SECTIONS.map((section) => [section, MARK])),
  },
  'attachment:keep-photo': { claimId: randomUUID(), picture: { $exotic: 'bytes' }, shows: MARK },
};

/** Returns an input as that channel may take it: well formed, of nobody's. */
export function wellFormed(channel: Channel, pick: Pick): unknown {
  return GIVEN[channel] ?? sample(schemaOf(channel), pick);
}

/** Returns an input that the channel cannot take, whatever is in the database: one thing of a well-formed one is wrong. */
export function malformed(channel: Channel, pick: Pick): unknown {
  const schema = schemaOf(channel);
  let whole = sample(schema, pick);
  const places: Place[] = [];
  collect({ schema, value: whole, put: (value) => (whole = value) }, places);
  const place = places[pick(places.length)] ?? { schema, value: whole, put: (value) => (whole = value) };
  spoil(place, pick);
  return whole;
}

function spoil({ schema, value, put }: Place, pick: Pick): void {
  const isStrict = schema.additionalProperties === false && isPlain(value);
  const missing = isStrict ? (schema.required ?? []) : [];
  switch (pick(4)) {
    case 0:
      if (!isStrict) break;
      // As a key of its own, also where that name is a setter.
      put(withKey(value, EXTRA_KEYS[pick(EXTRA_KEYS.length)] ?? 'admin', MARK));
      return;
    case 1: {
      const key = missing[pick(Math.max(1, missing.length))];
      if (key === undefined || !isPlain(value)) break;
      put(Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)));
      return;
    }
    case 2:
      if (typeof value !== 'string' || pick(HUGE_EVERY / 10) > 0) break;
      put({ $exotic: 'huge', size: HUGE_CHARACTERS } satisfies Exotic);
      return;
    default:
  }
  put(ofAnotherType(schema, pick));
}

/** Returns something that no branch of the schema takes. */
function ofAnotherType(schema: Schema, pick: Pick): unknown {
  const allowed = typesOf(schema);
  const junk: readonly (readonly [type: string, value: unknown])[] = [
    ['null', null],
    ['string', MARK],
    ['string', ''],
    ['string', '1'],
    ['number', 1.5],
    ['boolean', true],
    ['array', []],
    ['array', [MARK, [MARK]]],
    ['object', { [MARK]: MARK, length: 0 }],
    ['object', JSON.parse('{"__proto__": {"ok": true}}')],
    ['array', { $exotic: 'deep', size: DEPTHS[pick(DEPTHS.length)] }],
    ...EXOTICS.map((name) => ['exotic', { $exotic: name }] as const),
  ];
  const wrong = junk.filter(([type]) => !allowed.has(type));
  return wrong[pick(wrong.length)]?.[1];
}

function typesOf(schema: Schema): ReadonlySet<string> {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return new Set(branches.flatMap((branch) => [...typesOf(branch)]));
  if ('const' in schema) return new Set([schema.const === null ? 'null' : typeof schema.const]);
  if (schema.enum) return new Set(schema.enum.map((each) => typeof each));
  // 1.5 is a number and no integer.
  return new Set([schema.type ?? 'anything']);
}

function collect(place: Place, into: Place[]): void {
  const { schema, value } = place;
  // A place that takes anything cannot be spoilt.
  if (Object.keys(schema).some((key) => key !== '$schema')) into.push(place);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) {
    const branch = branches.find((each) => fits(each, value));
    // Its own place is in the list already, with all of its branches.
    if (branch) collectInside({ ...place, schema: branch }, into);
    return;
  }
  collectInside(place, into);
}

function collectInside({ schema, value }: Place, into: Place[]): void {
  if (isPlain(value)) {
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      if (!(key in value)) continue;
      collect({ schema: inner, value: value[key], put: (given) => (value[key] = given) }, into);
    }
  }
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    list.forEach((item, index) => {
      const inner = schema.prefixItems?.[index] ?? schema.items;
      if (inner) collect({ schema: inner, value: item, put: (given) => (list[index] = given) }, into);
    });
  }
}

function fits(schema: Schema, value: unknown): boolean {
  if (value === null) return schema.type === 'null';
  if (Array.isArray(value)) return schema.type === 'array';
  if (!isPlain(value)) return schema.type !== 'object' && schema.type !== 'array';
  const constants = Object.entries(schema.properties ?? {}).filter(([, inner]) => 'const' in inner);
  return schema.type === 'object' && constants.every(([key, inner]) => value[key] === inner.const);
}

/** Texts for patterns; a pattern that none of them fits gets a text that its check refuses. */
const TEXTS = [
  '274951',
  '7',
  'HEL',
  '2026-11-23',
  '09:30',
  'EUR',
  'preview:',
  'generic-80',
  'a@b.fi',
  'a',
  'a'.repeat(64),
];

function sample(schema: Schema, pick: Pick): unknown {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return sample(branches[pick(branches.length)] ?? {}, pick);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[pick(schema.enum.length)];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => (schema.required ?? []).includes(key) || pick(2) === 0)
          .map(([key, inner]) => [key, sample(inner, pick)]),
      );
    case 'array': {
      if (schema.prefixItems) return schema.prefixItems.map((item) => sample(item, pick));
      return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () =>
        sample(schema.items ?? {}, pick),
      );
    }
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, pick(1_000));
    case 'boolean':
      return pick(2) === 0;
    default:
      return null;
  }
}

function text({ format, pattern, minLength = 0, maxLength = Number.MAX_SAFE_INTEGER }: Schema): string {
  if (format === 'uuid') return randomUUID();
  const check = pattern === undefined ? null : new RegExp(pattern, 'u');
  const fitting = [`${MARK} words`, ...TEXTS].find(
    (each) => each.length >= minLength && each.length <= maxLength && (!check || check.test(each)),
  );
  return fitting ?? MARK.padEnd(minLength, MARK);
}

function withKey(value: Record<string, unknown>, key: string, given: unknown): unknown {
  const copy = { ...value };
  Object.defineProperty(copy, key, { value: given, enumerable: true, configurable: true, writable: true });
  return copy;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('$exotic' in value);
}
