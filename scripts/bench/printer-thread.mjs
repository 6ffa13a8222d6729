/**
 * A virtual printer in a thread of its own, so that its work is nobody else's. Says its port, and on every question
 * when the first byte of the latest connection came.
 */
import { parentPort } from 'node:worker_threads';
import { startVirtualPrinter } from '../../tests/virtual-printer/virtual-printer.ts';
import { wallClock } from './figures.mjs';

const printer = await startVirtualPrinter();
let firstByteAt = 0;
void noteFirstBytes();
parentPort.on('message', () => parentPort.postMessage(firstByteAt));
parentPort.postMessage({ port: printer.port });

async function noteFirstBytes() {
  for (let connection = 1; ; connection += 1) {
    await printer.waitForConnection(connection, { timeoutMs: 0x7fffffff });
    const before = printer.receivedBytes;
    await printer.waitForBytes(before + 1, { timeoutMs: 0x7fffffff });
    firstByteAt = wallClock();
  }
}
