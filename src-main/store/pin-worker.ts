import { parentPort, workerData } from 'node:worker_threads';
import { hashPin, isPin } from './pin-hash.ts';
import type { PinOrder } from './pins.ts';

const order = workerData as PinOrder;
parentPort?.postMessage(
  order.want === 'hash' ? await hashPin(order.pin, order.cost) : await isPin(order.pin, order.hash),
);
