/** What can go wrong at the printer, by the name of its button. */
export const FAULTS = [
  'paper-near-end',
  'paper-out',
  'cover',
  'cutter',
  'power',
  'unplug',
  'slow',
  'stall',
  'silence',
] as const;

/** One of them. */
export type FaultId = (typeof FAULTS)[number];

/** Models to choose from, by the name that the choice has on the page's side. */
export const MODELS = ['t20', 'm30', 't88', 'pos80', 'pos58'] as const;

/** One of them. */
export type ModelId = (typeof MODELS)[number];

/** Millimetres a second: an old printer, a usual one, a fast one, and one that takes no time. */
export const SPEEDS = [50, 150, 300, 'at-once'] as const;

/** One of them. */
export type Speed = (typeof SPEEDS)[number];

/** The printer as the page shows it. */
export interface PrinterView {
  readonly address: string;
  readonly model: { readonly id: ModelId; readonly name: string; readonly columns: number };
  readonly speed: Speed;
  readonly faults: readonly FaultId[];
  /** Whether paper moves or data waits for it. */
  readonly busy: boolean;
  readonly connected: boolean;
  readonly receivedBytes: number;
  readonly buffer: { readonly used: number; readonly size: number };
  /** What the printer was told and did not understand, or must never be told. */
  readonly complaints: readonly string[];
}

/** A piece of paper that came off. */
export interface SlipView {
  readonly id: number;
  readonly fate: 'whole' | 'torn' | 'rest';
  readonly text: string;
  readonly lengthMm: number;
  readonly widthMm: number;
  /** Of its picture, below the page's own address. */
  readonly picture: string;
}

/** The next piece of the paper that is coming out. */
export interface StripView {
  /** Which paper it belongs to; another number begins a new one. */
  readonly paper: number;
  /** Everything that can be read on it so far. */
  readonly text: string;
  readonly heightMm: number;
  readonly widthMm: number;
  /** A PNG as a data URL. */
  readonly picture: string;
}

/** What the printer tells the page, in order. After `hello` comes everything anew. */
export type Told =
  | { readonly kind: 'hello'; readonly slips: readonly SlipView[] }
  | { readonly kind: 'printer'; readonly printer: PrinterView }
  | { readonly kind: 'strip'; readonly strip: StripView }
  | { readonly kind: 'slip'; readonly slip: SlipView };

/** What the page asks of the printer. */
export type Wish =
  | { readonly kind: 'fault'; readonly fault: FaultId; readonly on: boolean }
  | { readonly kind: 'model'; readonly model: ModelId }
  | { readonly kind: 'speed'; readonly speed: Speed };

/** Returns the wish that came over the line, or null where it is none. */
export function readWish(text: string): Wish | null {
  const wish = JSON.parse(text) as Wish;
  switch (wish.kind) {
    case 'fault':
      return FAULTS.includes(wish.fault) && typeof wish.on === 'boolean' ? wish : null;
    case 'model':
      return MODELS.includes(wish.model) ? wish : null;
    case 'speed':
      return SPEEDS.includes(wish.speed) ? wish : null;
    default:
      return null;
  }
}
