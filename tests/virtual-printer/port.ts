import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** One visit of a client. */
export interface ConnectionRecord {
  readonly number: number;
  /** Bytes that the printer took from it. */
  readonly bytes: number;
  readonly state: 'waiting' | 'open' | 'closed';
  readonly closedBy: 'client' | 'client-reset' | 'printer-fin' | 'printer-rst' | undefined;
}

/** What the port needs of the printer behind it. */
export interface PortHost {
  readonly hasRoom: () => boolean;
  readonly receive: (byte: number) => void;
  readonly onChange: () => void;
}

/** How fast and how patient the line is. */
export interface PortOptions {
  /** Bytes per second, without limit by default. */
  readonly bytesPerSecond: number;
  /** Resets a line that has been quiet for so long, as some printers do after 90 s. */
  readonly idleResetMs: number | undefined;
}

interface Connection {
  readonly socket: Socket;
  readonly record: { -readonly [K in keyof ConnectionRecord]: ConnectionRecord[K] };
  /** What the operating system delivered and the printer has not taken. */
  chunks: Buffer[];
  at: number;
}

const TICK_MS = 5;

/** The network card: one client at a time, others wait, as on real port 9100. */
export class Port {
  readonly #host: PortHost;
  readonly #options: PortOptions;
  readonly #connections: Connection[] = [];
  #server: Server | undefined;
  #port = 0;
  #active: Connection | undefined;
  #draining = false;
  #stalled = false;
  #slow = Infinity;
  #allowance = 0;
  #allowanceAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PortOptions, host: PortHost) {
    this.#options = options;
    this.#host = host;
  }

  get number(): number {
    return this.#port;
  }

  get connections(): readonly ConnectionRecord[] {
    return this.#connections.map(({ record }) => ({ ...record }));
  }

  /** Opens the port; 0 chooses a free one, and later calls open the same again. */
  async listen(port: number): Promise<void> {
    const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => this.#accept(socket));
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host: '127.0.0.1' }, () => {
        server.off('error', reject);
        resolve();
      });
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no TCP port');
    this.#port = address.port;
  }

  /** Refuses new clients and resets those that are there. */
  async shut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed =
      server === undefined
        ? Promise.resolve()
        : new Promise<void>((resolve) => server.close(() => resolve()));
    for (const connection of this.#connections) this.#reset(connection);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await closed;
  }

  /** Sends an answer to whoever is connected now, be it for an older client's question. */
  send(bytes: Uint8Array): boolean {
    const socket = this.#active?.socket;
    if (socket === undefined || !socket.writable) return false;
    socket.write(bytes);
    return true;
  }

  /** Stops reading, or goes on. */
  stall(on: boolean): void {
    this.#stalled = on;
    this.drain();
  }

  /** Reads so many bytes a second from here on. */
  slowDown(bytesPerSecond: number): void {
    this.#slow = bytesPerSecond;
    this.drain();
  }

  /** Closes the line from the printer's side; a client that goes on sending is reset, as by any closed socket. */
  fin(): void {
    const connection = this.#active;
    if (connection === undefined) return;
    connection.record.closedBy ??= 'printer-fin';
    connection.chunks = [];
    connection.socket.end();
  }

  /** Resets the line. */
  rst(): void {
    if (this.#active !== undefined) this.#reset(this.#active);
  }

  /** Gives the printer what it has room for. */
  drain(): void {
    if (this.#draining) return;
    this.#draining = true;
    const connection = this.#active;
    let taken = 0;
    while (connection !== undefined && this.#mayRead(connection)) {
      const chunk = connection.chunks[0];
      const byte = chunk?.[connection.at];
      if (chunk === undefined || byte === undefined) break;
      connection.at += 1;
      if (connection.at === chunk.length) {
        connection.chunks.shift();
        connection.at = 0;
      }
      connection.record.bytes += 1;
      taken += 1;
      this.#host.receive(byte);
    }
    this.#draining = false;
    if (connection !== undefined) this.#setFlow(connection);
    if (taken > 0) this.#host.onChange();
  }

  #mayRead(connection: Connection): boolean {
    return (
      connection.record.closedBy === undefined &&
      !this.#stalled &&
      this.#host.hasRoom() &&
      this.#spendAllowance(connection)
    );
  }

  get #rate(): number {
    return Math.min(this.#slow, this.#options.bytesPerSecond);
  }

  #spendAllowance(connection: Connection): boolean {
    const rate = this.#rate;
    if (rate === Infinity || connection.chunks.length === 0) return true;
    const now = performance.now();
    // Time that passed while nobody sent anything is not saved up.
    const most = Math.max(1, (rate * 4 * TICK_MS) / 1000);
    this.#allowance = Math.min(most, this.#allowance + ((now - this.#allowanceAt) / 1000) * rate);
    this.#allowanceAt = now;
    if (this.#allowance >= 1) {
      this.#allowance -= 1;
      return true;
    }
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.drain();
      },
      Math.max(TICK_MS, 1000 / rate),
    );
    return false;
  }

  #setFlow(connection: Connection): void {
    if (connection.socket.destroyed) return;
    const finished = connection.record.closedBy === 'printer-fin';
    if (finished || (connection.chunks.length === 0 && !this.#stalled && this.#host.hasRoom()))
      connection.socket.resume();
    else connection.socket.pause();
  }

  #accept(socket: Socket): void {
    const number = this.#connections.length + 1;
    const record = { number, bytes: 0, state: 'waiting' as const, closedBy: undefined };
    const connection: Connection = { socket, record, chunks: [], at: 0 };
    this.#connections.push(connection);
    socket.on('data', (chunk) => this.#onData(connection, chunk));
    socket.on('end', () => {
      connection.record.closedBy ??= 'client';
    });
    socket.on('error', () => {
      connection.record.closedBy ??= 'client-reset';
    });
    socket.on('close', () => this.#onClose(connection));
    // Attaching a reader made the socket flow; a client that waits its turn is not read.
    socket.pause();
    this.#activateNext();
  }

  #activateNext(): void {
    if (this.#active !== undefined) return;
    const next = this.#connections.find(({ record }) => record.state === 'waiting');
    if (next !== undefined) {
      this.#active = next;
      next.record.state = 'open';
      const { idleResetMs } = this.#options;
      if (idleResetMs !== undefined) next.socket.setTimeout(idleResetMs, () => this.#reset(next));
      this.#setFlow(next);
    }
    this.#host.onChange();
  }

  #onData(connection: Connection, chunk: Buffer): void {
    if (connection.record.closedBy === 'printer-fin') {
      connection.socket.resetAndDestroy();
      return;
    }
    connection.chunks.push(chunk);
    this.drain();
  }

  #onClose(connection: Connection): void {
    connection.record.closedBy ??= 'client';
    connection.record.state = 'closed';
    if (this.#active === connection) {
      this.#active = undefined;
      this.#activateNext();
    }
    this.#host.onChange();
  }

  #reset(connection: Connection): void {
    if (connection.record.state === 'closed') return;
    connection.record.closedBy ??= 'printer-rst';
    connection.chunks = [];
    connection.socket.resetAndDestroy();
  }
}
