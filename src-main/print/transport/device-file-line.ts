import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { err, ok, type Result } from '../../domain/result.ts';
import { PROGRESS_TIMEOUT_MS, type Line, type LineOpener, type TransportFailure } from './line.ts';

// Without blocking, so that a printer that stops taking bytes does not hold one of Node's few file threads for ever;
// without creating, so that a missing device never becomes an ordinary file; and never as the app's own terminal, or
// pulling a serial cable would hang the app up.
const FLAGS = constants.O_NONBLOCK | constants.O_APPEND | constants.O_NOCTTY;
const BUSY_RETRY_MS = 20;
/** How often the device is asked whether the printer said something. */
const READ_MS = 50;
/** Longest time that setting up a serial line may take. */
const STTY_TIMEOUT_MS = 4_000;

/** A device file. */
interface Device {
  readonly path: string;
  /** Bits a second of a serial line; without it, whatever the system has set. */
  readonly baud?: number | undefined;
}

/**
 * Returns a way to a printer's device file such as `/dev/usb/lp0` or `/dev/ttyUSB0`; it answers where the device lets us
 * read. A serial line is switched to raw bytes, and to `baud` where that is given; its flow control stays as it is.
 */
export function deviceFileLines(device: Device & { readonly progressMs?: number }): LineOpener {
  const progressMs = device.progressMs ?? PROGRESS_TIMEOUT_MS;
  return {
    async open() {
      try {
        const file = await openDevice(device.path);
        const unset = isatty(file.fd) ? await setSerial(device) : null;
        if (unset === null) return ok(lineOf(file, progressMs));
        await file.close();
        return err(unset);
      } catch (error) {
        return err(failureOf(error));
      }
    },
  };
}

/**
 * Makes a serial line carry bytes as they are: a terminal comes up by changing line ends, and by echoing the printer's
 * answers back to it as text. Node has no call for it; `stty` belongs to every Unix. Returns why it could not, or null.
 */
async function setSerial({ path, baud }: Device): Promise<TransportFailure | null> {
  // A file of its own: what is handed to a child process waits for the device from then on, for us as well.
  const file = await openDevice(path);
  try {
    return await runStty(file, baud === undefined ? [] : [String(baud)]);
  } finally {
    await file.close();
  }
}

function runStty(file: FileHandle, speed: readonly string[]): Promise<TransportFailure | null> {
  const stty = spawn('stty', ['raw', '-echo', ...speed], {
    stdio: [file.fd, 'ignore', 'pipe'],
    timeout: STTY_TIMEOUT_MS,
  });
  let said = '';
  stty.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()));
  return new Promise((resolve) => {
    const failed = (detail: string): void => resolve({ problem: 'unreachable', detail: `stty: ${detail}` });
    stty.once('error', (error) => failed(error.message));
    stty.once('close', (code) => (code === 0 ? resolve(null) : failed(said.trim() || `ended with ${code}`)));
  });
}

async function openDevice(path: string): Promise<FileHandle> {
  try {
    return await open(path, FLAGS | constants.O_RDWR);
  } catch (error) {
    // A device that may only be written prints as well; it only never answers.
    if (isErrno(error) && error.code === 'EACCES') return await open(path, FLAGS | constants.O_WRONLY);
    throw error;
  }
}

function lineOf(file: FileHandle, progressMs: number): Line {
  const listeners = new Set<(bytes: Uint8Array) => void>();
  let settleLost: (failure: TransportFailure) => void = () => undefined;
  const lost = new Promise<TransportFailure>((resolve) => (settleLost = resolve));
  let closed = false;

  async function listen(): Promise<void> {
    const buffer = Buffer.alloc(256);
    while (!closed) {
      const count = await someOf(() =>
        file.read(buffer, 0, buffer.length, null).then(({ bytesRead }) => bytesRead),
      );
      if (count > 0) for (const listener of [...listeners]) listener(Buffer.from(buffer.subarray(0, count)));
      else await sleep(READ_MS);
    }
  }
  const listening = listen().catch((error: unknown) => {
    // EBADF: opened for writing only. EIO and ENODEV: pulled out. Any other is found again by the next write.
    if (isErrno(error) && (error.code === 'EIO' || error.code === 'ENODEV')) settleLost(failureOf(error));
  });

  return {
    lost,
    async write(bytes): Promise<Result<null, TransportFailure>> {
      try {
        let lastProgress = Date.now();
        for (let sent = 0; sent < bytes.length;) {
          const taken = await someOf(() =>
            file.write(bytes.subarray(sent)).then(({ bytesWritten }) => bytesWritten),
          );
          sent += taken;
          if (taken > 0) lastProgress = Date.now();
          else if (Date.now() - lastProgress > progressMs) {
            return err({ problem: 'not-reading', detail: `no byte taken within ${progressMs} ms` });
          } else await sleep(BUSY_RETRY_MS);
        }
        return ok(null);
      } catch (error) {
        return err(failureOf(error));
      }
    },
    onBytes(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      await listening;
      await file.close();
    },
  };
}

/** Returns how many bytes went, 0 where the device is busy. */
async function someOf(transfer: () => Promise<number>): Promise<number> {
  try {
    return await transfer();
  } catch (error) {
    if (isErrno(error) && error.code === 'EAGAIN') return 0;
    throw error;
  }
}

function isErrno(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

/** Turns an error of the file into a reason; anything that is no file error is a bug and goes on. */
function failureOf(error: unknown): TransportFailure {
  if (!isErrno(error)) throw error;
  const detail = error.message;
  switch (error.code) {
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
      return { problem: 'device-missing', detail };
    case 'EACCES':
    case 'EPERM':
      return { problem: 'no-permission', detail };
    default:
      return { problem: 'connection-lost', detail };
  }
}
