import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../../domain/result.ts';
import {
  CONNECT_TIMEOUT_MS,
  PROGRESS_TIMEOUT_MS,
  type Line,
  type LineOpener,
  type TransportFailure,
} from './line.ts';

/** Bytes handed to the kernel at a time; small, so that a printer that stops reading is noticed. */
const CHUNK_BYTES = 4_096;
/** Longest wait for a printer to close after us; then the connection is cut. */
const FAREWELL_MS = 500;

/** Waits in milliseconds; tests shorten them, nothing else does. */
export interface TcpTimeouts {
  readonly connect: number;
  readonly progress: number;
}

/** Returns a way to a printer's raw port (usually 9100); every line is a new connection. */
export function tcpLines(address: {
  readonly host: string;
  readonly port: number;
  readonly timeouts?: TcpTimeouts;
}): LineOpener {
  const timeouts = address.timeouts ?? { connect: CONNECT_TIMEOUT_MS, progress: PROGRESS_TIMEOUT_MS };
  return {
    async open() {
      const socket = connect({ host: address.host, port: address.port, noDelay: true });
      const lost = lossOf(socket);
      const connected = await within(timeouts.connect, connectedOf(socket), lost);
      if (connected === 'connected') return ok(lineOf(socket, lost, timeouts.progress));
      socket.destroy();
      return err(
        connected ?? { problem: 'unreachable', detail: `no connection within ${timeouts.connect} ms` },
      );
    },
  };
}

function lineOf(socket: Socket, lost: Promise<TransportFailure>, progressMs: number): Line {
  async function write(bytes: Uint8Array): Promise<Result<null, TransportFailure>> {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const chunk = bytes.subarray(at, at + CHUNK_BYTES);
      const taken = new Promise<'taken'>((resolve) => {
        socket.write(chunk, (error) => {
          if (!error) resolve('taken');
        });
      });
      const result = await within(progressMs, taken, lost);
      if (result === undefined)
        return err({ problem: 'not-reading', detail: `no byte taken within ${progressMs} ms` });
      if (result !== 'taken') return err(result);
    }
    return ok(null);
  }
  return {
    write,
    lost,
    onBytes(listener) {
      socket.on('data', listener);
      return () => socket.off('data', listener);
    },
    async close() {
      // An orderly end: cutting the connection could drop what the printer has not read yet.
      socket.end();
      await within(FAREWELL_MS, new Promise((resolve) => socket.once('close', resolve)));
      socket.destroy();
    },
  };
}

function connectedOf(socket: Socket): Promise<'connected'> {
  return new Promise((resolve) => socket.once('connect', () => resolve('connected')));
}

function lossOf(socket: Socket): Promise<TransportFailure> {
  return new Promise((resolve) => {
    socket.on('error', (error) => resolve(failureOf(error)));
    const closed = (): void =>
      resolve({ problem: 'connection-lost', detail: 'the printer closed the connection' });
    socket.once('end', closed);
    socket.once('close', closed);
  });
}

/** Returns what settles first, or undefined when nothing does in time. */
async function within<T extends readonly Promise<unknown>[]>(
  timeoutMs: number,
  ...promises: T
): Promise<Awaited<T[number]> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>(
    (resolve) => (timer = setTimeout(() => resolve(undefined), timeoutMs)),
  );
  try {
    return await Promise.race([...promises, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

function failureOf(error: NodeJS.ErrnoException): TransportFailure {
  const detail = error.message;
  switch (error.code) {
    case 'ECONNREFUSED':
      return { problem: 'refused', detail };
    case 'ECONNRESET':
    case 'EPIPE':
      return { problem: 'connection-lost', detail };
    default:
      return { problem: 'unreachable', detail };
  }
}
