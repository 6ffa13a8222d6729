/**
 * As much of the Internet Printing Protocol as a queue of this computer needs (RFC 8010, encoding). A library for it
 * exists; it brings tables of every attribute there is, for the dozen that are used here.
 */

/** Operations of RFC 8011 and of CUPS, by their codes. */
export const IPP_OPERATIONS = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  cupsGetPrinters: 0x4002,
} as const;

/** An attribute of a request: its kind of value, name and values. */
export type IppAttribute =
  readonly ['uri' | 'keyword' | 'name' | 'mime', string, ...string[]] | readonly ['integer', string, number];

/** An answer: its status code, and the groups of attributes that follow the operation's own. */
export interface IppAnswer {
  /** Below 0x0100 for success. */
  readonly status: number;
  readonly groups: readonly IppGroup[];
}

/** Attributes of one job or printer, each with all its values. */
export type IppGroup = ReadonlyMap<string, readonly (string | number | boolean)[]>;

const VERSION = [2, 0];
const OPERATION_GROUP = 0x01;
const END_OF_ATTRIBUTES = 0x03;
/** Tags below this one begin or end a group; those above are kinds of value. */
const FIRST_VALUE_TAG = 0x10;
const TAGS = { integer: 0x21, name: 0x42, keyword: 0x44, uri: 0x45, mime: 0x49 } as const;
const LANGUAGE_TAGS = { charset: 0x47, language: 0x48 } as const;
const INTEGER = 0x21;
const BOOLEAN = 0x22;
const ENUM = 0x23;

/** Returns a request, to which the document is appended as it is. */
export function encodeIpp(operation: number, attributes: readonly IppAttribute[]): Buffer {
  return Buffer.concat([
    Buffer.from([...VERSION, operation >> 8, operation & 0xff, 0, 0, 0, 1, OPERATION_GROUP]),
    value(LANGUAGE_TAGS.charset, 'attributes-charset', Buffer.from('utf-8')),
    value(LANGUAGE_TAGS.language, 'attributes-natural-language', Buffer.from('en')),
    ...attributes.map(encodeAttribute),
    Buffer.from([END_OF_ATTRIBUTES]),
  ]);
}

function encodeAttribute(attribute: IppAttribute): Buffer {
  if (attribute[0] === 'integer') {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(attribute[2]);
    return value(TAGS.integer, attribute[1], bytes);
  }
  const [kind, name, ...texts] = attribute;
  // Further values of an attribute come without its name.
  return Buffer.concat(
    texts.map((text, index) => value(TAGS[kind], index === 0 ? name : '', Buffer.from(text))),
  );
}

function value(tag: number, name: string, bytes: Buffer): Buffer {
  const head = Buffer.alloc(3 + name.length);
  head.writeUInt8(tag);
  head.writeUInt16BE(name.length, 1);
  head.write(name, 3, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([head, length, bytes]);
}

/** Reads an answer, or returns null where the bytes are none. */
export function decodeIpp(bytes: Buffer): IppAnswer | null {
  try {
    return { status: bytes.readUInt16BE(2), groups: decodeGroups(bytes, 8) };
  } catch (error) {
    // A length that points beyond the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function decodeGroups(bytes: Buffer, start: number): IppGroup[] {
  const groups: Map<string, (string | number | boolean)[]>[] = [];
  let name = '';
  for (let at = start; ;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === END_OF_ATTRIBUTES) return groups.slice(1);
    if (tag < FIRST_VALUE_TAG) {
      groups.push(new Map());
      continue;
    }
    const nameLength = bytes.readUInt16BE(at);
    if (nameLength > 0) name = bytes.toString('latin1', at + 2, at + 2 + nameLength);
    at += 2 + nameLength;
    const length = bytes.readUInt16BE(at);
    at += 2;
    const group = groups[groups.length - 1];
    group?.set(name, [...(group.get(name) ?? []), decodeValue(tag, bytes, at, length)]);
    at += length;
  }
}

function decodeValue(tag: number, bytes: Buffer, at: number, length: number): string | number | boolean {
  if ((tag === INTEGER || tag === ENUM) && length === 4) return bytes.readInt32BE(at);
  if (tag === BOOLEAN && length === 1) return bytes.readUInt8(at) !== 0;
  return bytes.toString('utf8', at, at + length);
}
