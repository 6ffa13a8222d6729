import { existsSync } from 'node:fs';
import { request, type RequestOptions } from 'node:http';
import { err, ok, type Result } from '../../domain/result.ts';
import { decodeIpp, encodeIpp, type IppAnswer, type IppAttribute } from './ipp.ts';

/** One question to CUPS and its answer. */
export interface CupsServer {
  /** Returns the answer, whatever its status; the error says for staff why there is none. Bounded in time. */
  ask(question: {
    readonly operation: number;
    /** The path of what is asked: `/` or `/printers/NAME`. */
    readonly path: string;
    readonly attributes: readonly IppAttribute[];
    readonly document?: Uint8Array;
  }): Promise<Result<IppAnswer, string>>;
}

/** Where CUPS listens on Linux and on macOS. */
const SOCKETS = ['/run/cups/cups.sock', '/private/var/run/cupsd'];
const DEFAULT_PORT = 631;
/** Longest time without a byte from CUPS; it answers from memory and spools to disk. */
const ANSWER_TIMEOUT_MS = 10_000;
/** An answer that is longer is not one of CUPS. */
const LONGEST_ANSWER = 4 * 1024 * 1024;

/**
 * Returns the CUPS of this computer, or the one that the environment variable `CUPS_SERVER` names, as for CUPS's own
 * tools (`host`, `host:port` or `/socket`). Tests shorten the time without an answer, nothing else does.
 */
export function cupsServer(
  address: string | undefined = process.env['CUPS_SERVER'],
  timeoutMs: number = ANSWER_TIMEOUT_MS,
): CupsServer {
  return {
    ask({ operation, path, attributes, document = new Uint8Array() }) {
      const body = Buffer.concat([encodeIpp(operation, attributes), document]);
      return new Promise((resolve) => {
        const sent = request({
          ...whereabouts(address),
          method: 'POST',
          path,
          timeout: timeoutMs,
          agent: false,
          headers: { 'Content-Type': 'application/ipp', 'Content-Length': body.length },
        });
        const failed = (error: Error): void => resolve(err(`CUPS does not answer: ${error.message}`));
        sent.on('error', failed);
        sent.on('timeout', () => sent.destroy(new Error(`nothing within ${timeoutMs} ms`)));
        sent.on('response', (response) => {
          const chunks: Buffer[] = [];
          let length = 0;
          response.on('error', failed);
          response.on('data', (chunk: Buffer) => {
            length += chunk.length;
            if (length > LONGEST_ANSWER) sent.destroy(new Error('its answer has no end'));
            chunks.push(chunk);
          });
          response.on('end', () => {
            const answer = response.statusCode === 200 ? decodeIpp(Buffer.concat(chunks)) : null;
            resolve(answer ? ok(answer) : err(`CUPS answered with HTTP ${response.statusCode}`));
          });
        });
        sent.end(body);
      });
    },
  };
}

function whereabouts(address: string | undefined): RequestOptions {
  if (address?.startsWith('/')) return { socketPath: address };
  if (address) {
    const { hostname, port } = new URL(`http://${address}`);
    return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? DEFAULT_PORT : Number(port) };
  }
  const socketPath = SOCKETS.find((path) => existsSync(path));
  return socketPath === undefined ? { host: 'localhost', port: DEFAULT_PORT } : { socketPath };
}
