import { spawn } from 'node:child_process';

/** Who looks after this process: systemd, where it started it with `Type=notify`; otherwise nobody, and nothing is sent. */
export interface Supervisor {
  /** Looks whether a beat is due; to be called a few times a second. It stops with main's event loop, and is meant to. */
  tick(): void;
  /** The app is ending, as it should. */
  stopping(): void;
}

/** A message that systemd has not taken by then never will be. */
const SEND_LIMIT_MS = 5_000;

/**
 * Returns the way to systemd. It says READY=1 once, when the window first shows what it opened with, and from then on
 * WATCHDOG=1 twice in each `WATCHDOG_USEC`, but only while the window answers: a kiosk whose page cannot be brought back
 * is started anew as a whole. A beat that is due is sent as soon as the window answers again.
 *
 * Messages go through `systemd-notify`, which every systemd has: Node cannot send to a Unix datagram socket, and it
 * waits until systemd has taken the message, which one from a process that is gone would not be. The unit needs
 * `NotifyAccess=all`, since neither that nor this process is the unit's first.
 */
export function createSupervisor(parts: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isAlive: () => boolean;
  readonly monotonicMs: () => number;
  readonly onProblem: (problem: unknown) => void;
}): Supervisor {
  const socket = parts.env['NOTIFY_SOCKET'];
  const everyMs = Number(parts.env['WATCHDOG_USEC'] ?? Number.NaN) / 1_000 / 2;
  let isReady = false;
  let lastBeat = Number.NEGATIVE_INFINITY;

  function send(...assignments: readonly string[]): void {
    const child = spawn('systemd-notify', assignments, {
      stdio: 'ignore',
      timeout: SEND_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    child.on('error', parts.onProblem);
    child.on('exit', (code, signal) => {
      if (code !== 0) parts.onProblem(`systemd-notify ended with ${code ?? signal}`);
    });
  }

  if (!socket) return { tick: () => undefined, stopping: () => undefined };
  return {
    tick() {
      if (!parts.isAlive()) return;
      const at = parts.monotonicMs();
      if (!isReady) {
        isReady = true;
        lastBeat = at;
        send('READY=1', 'WATCHDOG=1', 'STATUS=The kiosk is open.');
      } else if (at - lastBeat >= everyMs) {
        lastBeat = at;
        send('WATCHDOG=1');
      }
    },
    stopping: () => send('STOPPING=1', 'STATUS=The kiosk is closing.'),
  };
}
