import { ByteLog } from './byte-log.ts';
import { Device } from './device.ts';
import { Port } from './port.ts';
import type { ConnectionRecord } from './port.ts';
import { TM_T20 } from './profiles.ts';
import type { PrinterProfile } from './profiles.ts';
import { offlineReason } from './status.ts';
import type { PrinterStatus } from './status.ts';
import type { FaultName, PrinterError, PrinterEvent, Slip } from './types.ts';
import { Waits } from './waits.ts';
import type { WaitOptions } from './waits.ts';

/** How to build a printer. */
export interface VirtualPrinterOptions {
  /** A model, the 80 mm one by default, or what distinguishes this one from it. */
  readonly profile?: PrinterProfile | Partial<PrinterProfile>;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Without limit by default, so that tests are fast; real printers do 150 to 350. */
  readonly mmPerSecond?: number;
  /** A serial line behind the network card: ten bits a byte. */
  readonly baud?: number;
  /** Resets a line that has been quiet for so long. */
  readonly idleResetMs?: number;
}

/** A fault, what it is about, and what a test does by itself. */
export type Fault =
  | FaultName
  | { readonly kind: 'slow-reader'; readonly bytesPerSecond: number }
  | ((printer: VirtualPrinter) => void);

/** When a fault strikes, counted from the moment it is armed. */
export type FaultPlan =
  { readonly byte: number; readonly fault: Fault } | { readonly millimetre: number; readonly fault: Fault };

/**
 * What happens to the tags of `GS ( H`: the one of the job before comes in place of the right one, or ahead of it. A Star
 * printer keeps its old count.
 */
export type StaleTag = 'off' | 'instead' | 'before';

/** A printer on a loopback port, with its paper and its faults in the hands of a test. */
export interface VirtualPrinter extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  readonly profile: PrinterProfile;
  /** Every piece of paper that came off, cut or torn, oldest first. */
  readonly slips: readonly Slip[];
  /** The piece that is still in the printer. */
  readonly current: Slip;
  readonly events: readonly PrinterEvent[];
  /** Attempts to open a drawer; there must be none. */
  readonly drawerPulses: readonly Extract<PrinterEvent, { kind: 'drawer' }>[];
  readonly errors: readonly PrinterError[];
  /** Throws when a printer would not have understood something, or someone asked for a drawer. */
  readonly assertClean: () => void;
  /** All bytes that the printer took, of all connections. */
  readonly received: Buffer;
  readonly receivedBytes: number;
  /** All bytes that went out to a client. */
  readonly sent: Buffer;
  /** Tags, or a Star printer's counts, in the order in which their printing was complete, told or not. */
  readonly completedTags: readonly string[];
  readonly connections: readonly ConnectionRecord[];
  readonly bufferedBytes: number;
  /** Buffered bytes, bytes of half a command and characters of an open line: 0 once a slip is out and nothing is left. */
  readonly unfinished: number;
  /** NULs outside commands, which flush models that cannot clear. */
  readonly ignoredNuls: number;
  readonly movedMm: number;
  readonly status: PrinterStatus;
  readonly powered: boolean;

  readonly setPaper: (paper: PrinterStatus['paper']) => void;
  readonly setCover: (cover: PrinterStatus['cover']) => void;
  readonly setCutterError: (on: boolean) => void;
  readonly setError: (error: PrinterStatus['error']) => void;
  readonly setOffline: (on: boolean) => void;
  /** Stops reading from the line, which stays open. */
  readonly stall: (on: boolean) => void;
  /** Reads so slowly; `Infinity` ends it. */
  readonly slowReader: (bytesPerSecond: number) => void;
  /** Keeps all answers back; they are lost. */
  readonly silence: (on: boolean) => void;
  /** Loses the answers to `GS ( H` and no others; of a Star printer, what it says by itself when it counted. */
  readonly loseTags: (on: boolean) => void;
  readonly staleTag: (mode: StaleTag, tag?: string) => void;
  readonly powerOff: () => Promise<void>;
  readonly powerOn: () => Promise<void>;
  /** Pulls the network cable: clients are reset and refused. The printer goes on with what it has. */
  readonly unplug: () => Promise<void>;
  readonly plugIn: () => Promise<void>;
  readonly pluggedIn: boolean;
  readonly fin: () => void;
  readonly reset: () => void;
  readonly faultAt: (plan: FaultPlan) => void;

  /** The n-th slip, counted from 1. */
  readonly waitForSlip: (n: number, options?: WaitOptions) => Promise<Slip>;
  readonly waitForBytes: (n: number, options?: WaitOptions) => Promise<void>;
  /** The n-th connection ever, counted from 1. */
  readonly waitForConnection: (n: number, options?: WaitOptions) => Promise<ConnectionRecord>;
  /** Until the n-th connection is closed. */
  readonly waitForClose: (n: number, options?: WaitOptions) => Promise<ConnectionRecord>;
  /** Any other condition on the printer; it is looked at whenever something happened. */
  readonly waitFor: (
    what: string,
    isDone: (printer: VirtualPrinter) => boolean,
    o?: WaitOptions,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a printer; `close` it, or declare it with `await using`. */
export async function startVirtualPrinter(options: VirtualPrinterOptions = {}): Promise<VirtualPrinter> {
  const profile: PrinterProfile = { ...TM_T20, ...options.profile };
  const sent = new ByteLog();
  const completedTags: string[] = [];
  const tags = { lost: false, stale: 'off' as StaleTag, staleTag: undefined as string | undefined };
  let silent = false;
  let pluggedIn = true;

  const send = (bytes: Uint8Array): void => {
    if (!silent && device.powered && port.send(bytes)) sent.append(bytes);
  };
  const sendTag = (tag: Uint8Array): void => {
    const name = Buffer.from(tag).toString('latin1');
    const stale = tags.staleTag ?? completedTags[completedTags.length - 1] ?? '0000';
    completedTags.push(name);
    if (tags.lost) return;
    if (tags.stale !== 'off') send(tagAnswer(stale));
    if (tags.stale !== 'instead') send(tagAnswer(name));
  };
  const device: Device = new Device(profile, options.mmPerSecond ?? Infinity, {
    send,
    sendTag,
    onPrintEnd: (count) => {
      completedTags.push(String(count));
      return { counted: tags.stale === 'off', told: !tags.lost };
    },
    onRoom: () => port.drain(),
    onChange: () => waits.check(),
    onPowerOffRequest: () => void printer.powerOff(),
  });
  const port: Port = new Port(
    {
      bytesPerSecond: options.baud === undefined ? Infinity : options.baud / 10,
      idleResetMs: options.idleResetMs,
    },
    {
      hasRoom: () => device.hasRoom,
      receive: (byte) => device.receive(byte),
      onChange: () => waits.check(),
    },
  );
  const waits: Waits = new Waits(() => describePrinter(printer));
  await port.listen(options.port ?? 0);

  const printer: VirtualPrinter = {
    host: '127.0.0.1',
    port: port.number,
    profile,
    get slips() {
      return device.slips;
    },
    get current() {
      return device.current;
    },
    get events() {
      return device.events;
    },
    get drawerPulses() {
      return device.events.filter((event) => event.kind === 'drawer');
    },
    get errors() {
      return device.errors;
    },
    get received() {
      return device.log.toBuffer();
    },
    get receivedBytes() {
      return device.log.length;
    },
    get sent() {
      return sent.toBuffer();
    },
    get completedTags() {
      return [...completedTags];
    },
    get connections() {
      return port.connections;
    },
    get bufferedBytes() {
      return device.bufferedBytes;
    },
    get unfinished() {
      return device.unfinished;
    },
    get ignoredNuls() {
      return device.ignoredNuls;
    },
    get movedMm() {
      return device.movedMm;
    },
    get status() {
      return device.status;
    },
    get powered() {
      return device.powered;
    },
    assertClean: () => assertClean(printer),
    setPaper: (paper) => device.setStatus({ paper }),
    setCover: (cover) => device.setStatus({ cover }),
    setCutterError: (on) => device.setStatus({ error: on ? 'cutter' : 'none' }),
    setError: (error) => device.setStatus({ error }),
    setOffline: (on) => device.setStatus({ offline: on }),
    stall: (on) => port.stall(on),
    slowReader: (bytesPerSecond) => port.slowDown(bytesPerSecond),
    silence: (on) => {
      silent = on;
    },
    loseTags: (on) => {
      tags.lost = on;
    },
    staleTag: (mode, tag) => {
      tags.stale = mode;
      tags.staleTag = tag;
    },
    powerOff: async () => {
      device.powerOff();
      await port.shut();
    },
    powerOn: async () => {
      if (device.powered) return;
      if (pluggedIn) await port.listen(port.number);
      device.powerOn();
    },
    unplug: async () => {
      pluggedIn = false;
      await port.shut();
    },
    plugIn: async () => {
      if (pluggedIn) return;
      pluggedIn = true;
      if (device.powered) await port.listen(port.number);
    },
    get pluggedIn() {
      return pluggedIn;
    },
    fin: () => port.fin(),
    reset: () => port.rst(),
    faultAt: (plan) => {
      const strike = (): void => applyFault(printer, plan.fault);
      if ('byte' in plan) device.alarmAfter({ bytes: plan.byte }, strike);
      else device.alarmAfter({ millimetres: plan.millimetre }, strike);
    },
    waitForSlip: async (n, waitOptions) => {
      await waits.until(`slip ${n}`, () => device.slips.length >= n, waitOptions);
      return present(device.slips[n - 1]);
    },
    waitForBytes: (n, waitOptions) => waits.until(`${n} bytes`, () => device.log.length >= n, waitOptions),
    waitForConnection: async (n, waitOptions) => {
      await waits.until(`connection ${n}`, () => port.connections.length >= n, waitOptions);
      return present(port.connections[n - 1]);
    },
    waitForClose: async (n, waitOptions) => {
      const isClosed = (): boolean => port.connections[n - 1]?.state === 'closed';
      await waits.until(`the end of connection ${n}`, isClosed, waitOptions);
      return present(port.connections[n - 1]);
    },
    waitFor: (what, isDone, waitOptions) => waits.until(what, () => isDone(printer), waitOptions),
    close: async () => {
      device.dispose();
      await port.shut();
    },
    [Symbol.asyncDispose]: () => printer.close(),
  };
  return printer;
}

function tagAnswer(tag: string): Uint8Array {
  return Uint8Array.of(0x37, 0x22, ...Buffer.from(tag, 'latin1'), 0x00);
}

function applyFault(printer: VirtualPrinter, fault: Fault): void {
  if (typeof fault === 'function') return fault(printer);
  if (typeof fault === 'object') return printer.slowReader(fault.bytesPerSecond);
  switch (fault) {
    case 'paper-near-end':
      return printer.setPaper('near-end');
    case 'paper-out':
      return printer.setPaper('out');
    case 'cover-open':
      return printer.setCover('open');
    case 'cutter':
      return printer.setCutterError(true);
    case 'unrecoverable':
      return printer.setError('unrecoverable');
    case 'offline':
      return printer.setOffline(true);
    case 'stall':
      return printer.stall(true);
    case 'silence':
      return printer.silence(true);
    case 'lose-tags':
      return printer.loseTags(true);
    case 'stale-tag':
      return printer.staleTag('instead');
    case 'fin':
      return printer.fin();
    case 'rst':
      return printer.reset();
    case 'power-off':
      return void printer.powerOff();
  }
}

function assertClean(printer: VirtualPrinter): void {
  const complaints = [
    ...printer.errors.map(({ offset, message, context }) => `at byte ${offset}: ${message}: ${context}`),
    ...printer.drawerPulses.map(({ by, pin }) => `a drawer was opened by ${by} on pin ${pin}`),
  ];
  if (complaints.length > 0) throw new Error(`the printer was told nonsense\n${complaints.join('\n')}`);
}

function describePrinter(printer: VirtualPrinter): string {
  const { status, slips, current } = printer;
  return [
    `seen: ${printer.receivedBytes} bytes (${printer.bufferedBytes} in the buffer), ${printer.movedMm.toFixed(1)} mm`,
    `connections: ${printer.connections.map((c) => `#${c.number} ${c.state} ${c.bytes} bytes`).join(', ') || 'none'}`,
    `state: ${printer.powered ? (offlineReason(status) ?? 'on line') : 'switched off'}; paper ${status.paper}`,
    `slips: ${slips.length}${slips.some((slip) => slip.torn) ? ', some torn' : ''}; tags ${printer.completedTags.join(' ')}`,
    ...printer.errors.map(
      ({ offset, message, context }) => `error at byte ${offset}: ${message}: ${context}`,
    ),
    `uncut paper:\n${current.text}`,
  ].join('\n');
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the virtual printer lost count');
  return value;
}
