import {
  CAREFUL_58,
  TM_M30,
  TM_T20,
  TM_T88,
  UNCONFIRMING_80,
  type PrinterProfile,
} from '../../tests/virtual-printer/profiles.ts';
import type { Slip } from '../../tests/virtual-printer/types.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../tests/virtual-printer/virtual-printer.ts';
import { dotsOut, drawStrip, millimetres, paperWidthMm } from './strips.ts';
import type { FaultId, ModelId, PrinterView, SlipView, Speed, Told, Wish } from './view.ts';

/** A printer that people look at and break by hand. */
export interface Desk extends AsyncDisposable {
  /** Where the kiosk prints: `tcp://127.0.0.1:…`; another model stands at the same address. */
  readonly address: string;
  /** Hears everything anew, and then whatever changes; returns the function that stops it. */
  watch(listener: (told: Told) => void): () => void;
  /** Fulfils a wish; resolves when the printer is as wished. */
  fulfil(wish: Wish): Promise<void>;
  /** Returns the picture of a slip as PNG, or null where there is none of this number. */
  picture(id: number): Buffer | null;
  close(): Promise<void>;
}

const PROFILES: Readonly<Record<ModelId, PrinterProfile>> = {
  t20: TM_T20,
  m30: TM_M30,
  t88: TM_T88,
  pos80: UNCONFIRMING_80,
  pos58: CAREFUL_58,
};
/** As often as a film. */
const FRAME_MS = 40;
/** A ticket of text then takes a quarter of a minute, and its kiosk still waits for it. */
const SLOW_BYTES_A_SECOND = 100;

/** Starts the printer of a desk. */
export async function startDesk(): Promise<Desk> {
  let model: ModelId = 't20';
  let speed: Speed = 150;
  let printer = await plug(0);
  const faults = new Set<FaultId>();
  const slips: { readonly view: SlipView; readonly slip: Slip }[] = [];
  const listeners = new Set<(told: Told) => void>();
  /** How much of which printer was told already. */
  let seen = { slips: 0, movedMm: 0, dots: 0, view: '' };
  let paper = 1;

  function plug(port: number): Promise<VirtualPrinter> {
    const mmPerSecond = speed === 'at-once' ? Infinity : speed;
    return startVirtualPrinter({ profile: PROFILES[model], port, mmPerSecond });
  }

  const tell = (told: Told): void => {
    for (const listener of [...listeners]) listener(told);
  };

  /** Tells what changed since the last frame. */
  function lookAround(): void {
    const moved = printer.movedMm !== seen.movedMm || printer.slips.length !== seen.slips;
    seen.movedMm = printer.movedMm;
    if (moved) {
      for (const slip of printer.slips.slice(seen.slips)) keep(slip);
      seen.slips = printer.slips.length;
      grow();
    }
    const view = viewOf({ printer, model, speed, faults, moved });
    const text = JSON.stringify(view);
    if (text !== seen.view) tell({ kind: 'printer', printer: view });
    seen.view = text;
  }

  /** Puts a piece that came off with the others. */
  function keep(slip: Slip): void {
    const id = slips.length + 1;
    const view: SlipView = {
      id,
      fate: slip.whole ? 'whole' : slip.torn ? 'torn' : 'rest',
      text: slip.text,
      lengthMm: Math.round(slip.lengthMm),
      widthMm: paperWidthMm(printer.profile),
      picture: `slips/${id}.png`,
    };
    slips.push({ view, slip });
    tell({ kind: 'slip', slip: view });
    startPaper();
  }

  function startPaper(): void {
    paper += 1;
    seen.dots = 0;
  }

  /** Shows what came out since the last time. */
  function grow(): void {
    // Paper moves while it is drawn, so everything is about this one moment.
    const { current } = printer;
    const to = dotsOut(current);
    // Blank paper was thrown away with the end of the roll.
    if (to < seen.dots) startPaper();
    if (to > seen.dots) tell(stripOf(current, { from: seen.dots, to }));
    seen.dots = to;
  }

  function stripOf(current: Slip, band: { readonly from: number; readonly to: number }): Told {
    const { profile } = printer;
    const strip = {
      paper,
      text: current.text,
      heightMm: millimetres(band.to - band.from, profile),
      widthMm: paperWidthMm(profile),
      picture: `data:image/png;base64,${drawStrip(current, band, profile).toString('base64')}`,
    };
    return { kind: 'strip', strip };
  }

  /** Puts another printer, or the same with another motor, in the place of this one. */
  async function replace(): Promise<void> {
    const { port } = printer;
    lookAround();
    await printer.close();
    printer = await plug(port);
    seen = { slips: 0, movedMm: 0, dots: 0, view: '' };
    startPaper();
    for (const fault of faults) await setFault(printer, fault, faults);
  }

  const frames = setInterval(lookAround, FRAME_MS);
  const address = `tcp://${printer.host}:${printer.port}`;
  const desk: Desk = {
    address,
    watch(listener) {
      listener({ kind: 'hello', slips: slips.map(({ view }) => view) });
      listener({ kind: 'printer', printer: viewOf({ printer, model, speed, faults, moved: false }) });
      if (seen.dots > 0) listener(stripOf(printer.current, { from: 0, to: seen.dots }));
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async fulfil(wish) {
      switch (wish.kind) {
        case 'fault':
          if (wish.on) faults.add(wish.fault);
          else faults.delete(wish.fault);
          await setFault(printer, wish.fault, faults);
          break;
        case 'model':
          model = wish.model;
          await replace();
          break;
        case 'speed':
          speed = wish.speed;
          await replace();
          break;
      }
      lookAround();
    },
    picture: (id) => slips[id - 1]?.slip.toPng() ?? null,
    async close() {
      clearInterval(frames);
      await printer.close();
    },
    [Symbol.asyncDispose]: () => desk.close(),
  };
  return desk;
}

/** Makes the printer as the pressed buttons say, as far as one of them is concerned. */
async function setFault(
  printer: VirtualPrinter,
  fault: FaultId,
  pressed: ReadonlySet<FaultId>,
): Promise<void> {
  const on = pressed.has(fault);
  switch (fault) {
    case 'paper-near-end':
    case 'paper-out':
      return printer.setPaper(
        pressed.has('paper-out') ? 'out' : pressed.has('paper-near-end') ? 'near-end' : 'ok',
      );
    case 'cover':
      return printer.setCover(on ? 'open' : 'closed');
    case 'cutter':
      return printer.setCutterError(on);
    case 'unplug':
      return on ? printer.unplug() : printer.plugIn();
    case 'power':
      return on ? printer.powerOff() : printer.powerOn();
    case 'slow':
      return printer.slowReader(on ? SLOW_BYTES_A_SECOND : Infinity);
    case 'stall':
      return printer.stall(on);
    case 'silence':
      return printer.silence(on);
  }
}

function viewOf(desk: {
  readonly printer: VirtualPrinter;
  readonly model: ModelId;
  readonly speed: Speed;
  readonly faults: ReadonlySet<FaultId>;
  readonly moved: boolean;
}): PrinterView {
  const { printer, model, speed, faults, moved } = desk;
  return {
    address: `${printer.host}:${printer.port}`,
    model: { id: model, name: printer.profile.name, columns: printer.profile.columns },
    speed,
    faults: [...faults],
    busy: printer.powered && (moved || printer.bufferedBytes > 0),
    connected: printer.connections.some(({ state }) => state === 'open'),
    receivedBytes: printer.receivedBytes,
    buffer: { used: printer.bufferedBytes, size: printer.profile.receiveBufferBytes },
    complaints: [
      ...printer.errors.map(({ offset, message, context }) => `byte ${offset}: ${message} ${context}`),
      ...printer.drawerPulses.map(({ by }) => `a drawer was opened by ${by}`),
    ],
  };
}
