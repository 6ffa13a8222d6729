const LONG_PRESS_MS = 450;
const REPEAT_DELAY_MS = 400;
const REPEAT_SLOWEST_MS = 120;
const REPEAT_FASTEST_MS = 40;
const REPEAT_ACCELERATION = 0.88;
/** A finger may drift this share of a key beyond its edge; further away means "not this one after all". */
const DRIFT = 0.5;

/** When a key acts: as it goes down, again and again while held, or on release so that a long press can offer more. */
export type KeyTiming = 'down' | 'repeat' | 'release';

/** What the presses of keys ask of the keyboard. Keys are known by their `data-key`. */
export interface KeyPressHandlers {
  readonly timingOf: (key: string) => KeyTiming;
  readonly act: (key: string) => void;
  /** A key that acted on its way down came up. */
  readonly letGo: (key: string) => void;
  readonly showPressed: (keys: ReadonlySet<string>) => void;
  /** Offers what a long press has to offer, and says whether that is anything. */
  readonly openAlternatives: (key: string, button: HTMLElement) => boolean;
  readonly highlightAlternative: (index: number | undefined) => void;
  readonly chooseAlternative: (index: number) => void;
  readonly closeAlternatives: () => void;
}

interface Press {
  readonly pointerId: number;
  /** Undefined for a press that began on an alternative. */
  readonly key: string | undefined;
  readonly timing: KeyTiming;
  readonly button: HTMLElement;
  timer: ReturnType<typeof setTimeout> | undefined;
  offering: boolean;
}

/** Presses of keys by any number of fingers. */
export interface KeyPresses {
  /** Drops what is pressed and not typed yet, and stops repeating. */
  readonly cancel: () => void;
  readonly dispose: () => void;
}

/**
 * Turns touches, pens and mice on the keys of `root` into key presses. Fingers may overlap: a key that waits for its
 * release is typed as soon as the next key goes down, so that fast typing stays in order. Focus never moves.
 */
export function watchKeyPresses(root: HTMLElement, handlers: KeyPressHandlers): KeyPresses {
  const presses = new Map<number, Press>();
  const watch = new AbortController();
  const { signal } = watch;
  let offered = false;

  function drop(press: Press): void {
    clearTimeout(press.timer);
    presses.delete(press.pointerId);
    if (press.key !== undefined && press.timing === 'down') handlers.letGo(press.key);
    if (press.offering || press.key === undefined) handlers.highlightAlternative(undefined);
    show();
  }

  function show(): void {
    handlers.showPressed(new Set([...presses.values()].flatMap(({ key }) => key ?? [])));
  }

  function close(): void {
    offered = false;
    handlers.closeAlternatives();
  }

  /** Types what waits for its release; `root` is no longer interested in that finger. */
  function finish(press: Press, alternative: number | undefined): void {
    drop(press);
    if (alternative !== undefined) {
      handlers.chooseAlternative(alternative);
      close();
    } else if (press.key !== undefined && press.timing === 'release' && !press.offering) {
      handlers.act(press.key);
    }
  }

  function repeat(press: Press, key: string, delayMs: number, nextMs: number): void {
    press.timer = setTimeout(() => {
      handlers.act(key);
      repeat(press, key, nextMs, Math.max(REPEAT_FASTEST_MS, nextMs * REPEAT_ACCELERATION));
    }, delayMs);
  }

  function down(event: PointerEvent): void {
    // Keeps the focus, and with it the caret, in the field.
    event.preventDefault();
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    for (const waiting of [...presses.values()]) if (waiting.timing === 'release') finish(waiting, undefined);

    const alternative = event.target.closest<HTMLElement>('[data-alternative]');
    const button = alternative ?? event.target.closest<HTMLElement>('[data-key]');
    if (offered && alternative === null) close();
    if (button === null) return;
    root.setPointerCapture(event.pointerId);

    const key = button.dataset['key'];
    const timing = key === undefined ? 'release' : handlers.timingOf(key);
    const press: Press = {
      pointerId: event.pointerId,
      key,
      timing,
      button,
      timer: undefined,
      offering: false,
    };
    presses.set(event.pointerId, press);
    show();
    if (key === undefined) handlers.highlightAlternative(indexOf(alternative));
    else if (timing === 'release') press.timer = setTimeout(() => offer(press, key), LONG_PRESS_MS);
    else {
      if (timing === 'repeat') repeat(press, key, REPEAT_DELAY_MS, REPEAT_SLOWEST_MS);
      handlers.act(key);
    }
  }

  function offer(press: Press, key: string): void {
    press.offering = handlers.openAlternatives(key, press.button);
    offered = press.offering;
  }

  function move(event: PointerEvent): void {
    const press = presses.get(event.pointerId);
    if (press === undefined) return;
    if (press.offering || press.key === undefined) handlers.highlightAlternative(alternativeAt(root, event));
    else if (press.timing !== 'down' && !isNear(press.button, event)) drop(press);
  }

  function up(event: PointerEvent): void {
    const press = presses.get(event.pointerId);
    if (press === undefined) return;
    const choosing = press.offering || press.key === undefined;
    const alternative = choosing ? alternativeAt(root, event) : undefined;
    finish(press, alternative);
    // Released where the long press began: the alternatives stay, to be tapped. Anywhere else: none of them.
    if (choosing && alternative === undefined && !isNear(press.button, event)) close();
  }

  function cancel(): void {
    for (const press of [...presses.values()]) drop(press);
    if (offered) close();
  }

  function lost(event: PointerEvent): void {
    const press = presses.get(event.pointerId);
    if (press !== undefined) drop(press);
  }

  /** A click with no pointer behind it: a screen reader, a switch or voice control pressed the key. */
  function assistedClick(event: MouseEvent): void {
    if (event.detail !== 0 || !(event.target instanceof Element)) return;
    const button = event.target.closest<HTMLElement>('[data-alternative], [data-key]');
    if (button === null) return;
    const key = button.dataset['key'];
    const alternative = indexOf(button);
    if (alternative !== undefined) handlers.chooseAlternative(alternative);
    if (offered) close();
    if (key === undefined) return;
    handlers.act(key);
    handlers.letGo(key);
  }

  /** A touch while the page scrolls cannot be prevented, and Chromium complains of whoever tries. */
  const prevent = (event: Event) => {
    if (event.cancelable) event.preventDefault();
  };
  root.addEventListener('pointerdown', down, { signal });
  root.addEventListener('pointermove', move, { signal });
  root.addEventListener('pointerup', up, { signal });
  root.addEventListener('pointercancel', lost, { signal });
  root.addEventListener('lostpointercapture', lost, { signal });
  root.addEventListener('click', assistedClick, { signal });
  // A long press is ours, and no press on the keyboard moves the focus or zooms.
  for (const type of ['contextmenu', 'mousedown', 'touchstart', 'dblclick']) {
    root.addEventListener(type, prevent, { signal, passive: false });
  }
  window.addEventListener('blur', cancel, { signal });
  document.addEventListener('visibilitychange', cancel, { signal });

  return {
    cancel,
    dispose: () => {
      cancel();
      watch.abort();
    },
  };
}

function isNear(button: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const { left, right, top, bottom, width, height } = button.getBoundingClientRect();
  const [driftX, driftY] = [width * DRIFT, height * DRIFT];
  return (
    clientX >= left - driftX &&
    clientX <= right + driftX &&
    clientY >= top - driftY &&
    clientY <= bottom + driftY
  );
}

function alternativeAt(root: HTMLElement, { clientX, clientY }: PointerEvent): number | undefined {
  const hit = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-alternative]') ?? null;
  return root.contains(hit) ? indexOf(hit) : undefined;
}

function indexOf(alternative: HTMLElement | null): number | undefined {
  const index = alternative?.dataset['alternative'];
  return index === undefined ? undefined : Number(index);
}
