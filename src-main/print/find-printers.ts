import { readdir } from 'node:fs/promises';
import type { NetworkInterfaceInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GENERIC_PROFILES, profileForModel, type PrinterProfile, type ProfileId } from '../domain/printer.ts';
import { ASK_MAKER, ASK_MODEL } from './escpos/abilities.ts';
import { createConversation } from './escpos/conversation.ts';
import { isRealTimeAnswer, type PrinterStatus } from './escpos/printer-status.ts';
import type { Line } from './transport/line.ts';
import { tcpLines } from './transport/tcp-line.ts';

/** Where to knock. */
export interface NetworkAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * Something that listens where printers do: one that speaks ESC/POS, one that says nothing (a simple printer, or one
 * that is busy with another slip), or one that says something else (a Star printer, or no receipt printer at all).
 */
export interface FoundPrinter {
  readonly url: string;
  readonly speaks: 'escpos' | 'nothing' | 'otherwise';
  readonly maker: string | null;
  readonly model: string | null;
  readonly status: PrinterStatus | null;
  /** The profile of its model, or the generic one: a suggestion. */
  readonly profile: ProfileId;
}

/** How far a search is. */
export interface SearchProgress {
  readonly asked: number;
  readonly of: number;
}

/** The raw port of receipt printers. */
const PRINTER_PORT = 9_100;

/** A store's network is searched this many at a time: a small router keeps few half-open connections. */
const AT_ONCE = 64;
/** In the same building a machine that is there answers in a few milliseconds. */
const CONNECT_MS = 500;
const ANSWER_MS = 600;
/** A printer answers with one byte; whoever has more to say goes on within this time. */
const QUIET_MS = 100;
const SEARCH_MS = 20_000;
const ASK_PRINTER_STATUS = Uint8Array.of(0x10, 0x04, 0x01);

/** Networks that nobody else can be on (RFC 1918). */
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
/** Interfaces of containers, virtual machines and tunnels: no printer hangs there. */
const NOT_OF_THE_STORE = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|tailscale|cni)/i;
const NETWORKS_MAX = 2;
/** The last byte of an address: a larger network is searched around this machine. */
const HOST_BITS_MAX = 8;

/**
 * Returns where printers may listen beside this machine: at the addresses of at most two private IPv4 networks, in each those that share all
 * but the last byte with it, so 508 at the most. `interfaces` is what `os.networkInterfaces()` says.
 */
export function neighbours(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): NetworkAddress[] {
  const own = Object.entries(interfaces)
    .filter(([name]) => !NOT_OF_THE_STORE.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address));
  const networks = new Map(own.map((each) => [networkOf(each).first, networkOf(each)]));
  const taken = new Set(own.map(({ address }) => address));
  return [...networks.values()]
    .slice(0, NETWORKS_MAX)
    .flatMap(({ first, size }) =>
      Array.from({ length: Math.max(0, size - 2) }, (_, i) => dotted(first + 1 + i)),
    )
    .filter((host) => !taken.has(host))
    .map((host) => ({ host, port: PRINTER_PORT }));
}

/**
 * Looks for printers at these addresses, and returns them in their order; ends within 20 s, or soon after `signal` says
 * so, with what was found until then. Only when somebody asks for it: whoever listens there is sent three bytes that
 * mean nothing to other machines (`DLE EOT`), and more only where the answer is a receipt printer's.
 */
export async function findNetworkPrinters(search: {
  readonly addresses: readonly NetworkAddress[];
  readonly profiles: readonly PrinterProfile[];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SearchProgress) => void;
}): Promise<readonly FoundPrinter[]> {
  const { addresses, profiles, onProgress } = search;
  const stop = AbortSignal.any([search.signal, AbortSignal.timeout(SEARCH_MS)]);
  const found = new Map<number, FoundPrinter>();
  const left = addresses.entries();
  let asked = 0;

  async function askOneAfterAnother(): Promise<void> {
    for (const [index, address] of left) {
      if (stop.aborted) return;
      const printer = await knock(address, profiles, stop);
      if (printer) found.set(index, printer);
      asked += 1;
      onProgress({ asked, of: addresses.length });
    }
  }

  await Promise.all(Array.from({ length: Math.min(AT_ONCE, addresses.length) }, askOneAfterAnother));
  return [...found.entries()].sort(([a], [b]) => a - b).map(([, printer]) => printer);
}

/** Returns the addresses of device files that may be printers: USB printers, then serial lines. Empty without any. */
export async function findDevicePrinters(devices = '/dev'): Promise<readonly string[]> {
  const named = async (folder: string, name: RegExp): Promise<string[]> =>
    (await entriesOf(folder))
      .filter((entry) => name.test(entry))
      .sort()
      .map((entry) => pathToFileURL(join(folder, entry)).href);
  return [
    ...(await named(join(devices, 'usb'), /^lp\d+$/)),
    ...(await named(devices, /^tty(?:USB|ACM)\d+$/)),
  ];
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // No such folder: nothing is plugged in, or this system keeps its devices elsewhere.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Returns who listens at an address, or null where nobody does. */
async function knock(
  { host, port }: NetworkAddress,
  profiles: readonly PrinterProfile[],
  stop: AbortSignal,
): Promise<FoundPrinter | null> {
  const opened = await tcpLines({
    host,
    port,
    timeouts: { connect: CONNECT_MS, progress: ANSWER_MS },
  }).open();
  if (!opened.ok) return null;
  const line = opened.value;
  // Whatever is waited for ends with the line.
  const hangUp = (): void => void line.close();
  stop.addEventListener('abort', hangUp, { once: true });
  try {
    const speaks = await firstAnswer(line);
    const told = speaks === 'escpos' ? await introduce(line) : { maker: null, model: null, status: null };
    const profile = profileForModel(told.model ?? '', profiles)?.id ?? GENERIC_PROFILES[80];
    return { url: `tcp://${host}:${port}`, speaks, ...told, profile };
  } finally {
    stop.removeEventListener('abort', hangUp);
    await line.close();
  }
}

/** Asks a printer's first question. Letters look like answers one by one, so an answer is one byte and no more. */
async function firstAnswer(line: Line): Promise<FoundPrinter['speaks']> {
  const heard: number[] = [];
  let onHeard: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (onHeard = resolve));
  const forget = line.onBytes((bytes) => {
    heard.push(...bytes);
    onHeard();
  });
  const asked = await line.write(ASK_PRINTER_STATUS);
  if (asked.ok) {
    await within(ANSWER_MS, first, line.lost);
    if (heard.length > 0) await within(QUIET_MS, line.lost);
  }
  forget();
  const [byte] = heard;
  if (byte === undefined) return 'nothing';
  return heard.length === 1 && isRealTimeAnswer(byte) ? 'escpos' : 'otherwise';
}

async function introduce(line: Line): Promise<Pick<FoundPrinter, 'maker' | 'model' | 'status'>> {
  const conversation = createConversation(line);
  const name = (question: Uint8Array): Promise<string | null> =>
    conversation.ask(question, (answer) => (answer.kind === 'name' ? answer.name : undefined), ANSWER_MS);
  const status = await conversation.askStatus(ANSWER_MS);
  const maker = await name(ASK_MAKER);
  return { status, maker, model: await name(ASK_MODEL) };
}

/** Returns when the first of these settles, or when the time is over. */
async function within(timeMs: number, ...first: readonly Promise<unknown>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, timeMs)));
  await Promise.race([...first, over]);
  clearTimeout(timer);
}

function networkOf({ address, netmask }: NetworkInterfaceInfo): {
  readonly first: number;
  readonly size: number;
} {
  const hostBits = Math.min(HOST_BITS_MAX, Math.round(Math.log2(2 ** 32 - numberOf(netmask))));
  const size = 2 ** hostBits;
  return { first: Math.floor(numberOf(address) / size) * size, size };
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}
