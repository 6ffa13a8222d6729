import { setTimeout as sleep } from 'node:timers/promises';
import { userInfo } from 'node:os';
import { ok, type Result } from '../../domain/result.ts';
import { notBegun, unsure, type PrintOutcome } from '../print-outcome.ts';
import { cupsServer, type CupsServer } from './cups-server.ts';
import { IPP_OPERATIONS, type IppAnswer, type IppAttribute, type IppGroup } from './ipp.ts';

const PRINTER_STOPPED = 5;
/** States of a job (RFC 8011, job-state). */
const JOB = { held: 4, stopped: 6, canceled: 7, aborted: 8, completed: 9 } as const;
/** How often CUPS is asked about a job, and for how long; after that the slip is in its hands. */
const LOOK_MS = 250;
const FOLLOW_MS = 15_000;

/** Returns the names of the queues that this computer has; the error says for staff why they are not known. */
export async function listCupsQueues(
  server: CupsServer = cupsServer(),
): Promise<Result<readonly string[], string>> {
  const answer = await server.ask({
    operation: IPP_OPERATIONS.cupsGetPrinters,
    path: '/',
    attributes: [['keyword', 'requested-attributes', 'printer-name']],
  });
  if (!answer.ok) return answer;
  return ok(answer.value.groups.map((group) => text(group, 'printer-name')).filter((name) => name !== ''));
}

/**
 * Hands one slip to a queue of CUPS as it is, and follows it as far as CUPS knows: that is whether the bytes were
 * passed on. It says "completed" with paper out, so the best that can come of it is `unconfirmed`.
 */
export async function printOnCups(job: {
  readonly queue: string;
  readonly bytes: Uint8Array;
  /** Commits that sending begins; null where the slip is not to be printed here any more. */
  readonly begin: () => string | null;
  readonly server?: CupsServer;
  /** How long the job is followed, in milliseconds; tests shorten it. */
  readonly followMs?: number;
}): Promise<PrintOutcome> {
  const { queue, server = cupsServer(), followMs = FOLLOW_MS } = job;
  const refusal = await refusalOf(server, queue);
  if (refusal !== null) return notBegun('rejected', refusal);
  if (job.begin() === null) return { kind: 'withdrawn' };
  const answer = await server.ask({
    operation: IPP_OPERATIONS.printJob,
    path: pathOf(queue),
    attributes: [
      printerUri(queue),
      requestingUser(),
      ['name', 'job-name', 'ticket'],
      ['mime', 'document-format', 'application/vnd.cups-raw'],
    ],
    document: job.bytes,
  });
  if (!answer.ok) return unsure('rejected', answer.error);
  const id = answer.value.groups
    .map((group) => group.get('job-id')?.[0])
    .find((value) => value !== undefined);
  if (failed(answer.value) || typeof id !== 'number') return unsure('rejected', refusalText(answer.value));
  return follow({ server, queue, id, until: Date.now() + followMs });
}

/** Returns why the queue takes no slip, or null where it does. */
async function refusalOf(server: CupsServer, queue: string): Promise<string | null> {
  const answer = await server.ask({
    operation: IPP_OPERATIONS.getPrinterAttributes,
    path: pathOf(queue),
    attributes: [
      printerUri(queue),
      [
        'keyword',
        'requested-attributes',
        'printer-state',
        'printer-state-message',
        'printer-is-accepting-jobs',
      ],
    ],
  });
  if (!answer.ok) return answer.error;
  const [printer] = answer.value.groups;
  if (failed(answer.value) || printer === undefined) return `no queue ${queue}: ${refusalText(answer.value)}`;
  const message = text(printer, 'printer-state-message');
  if (printer.get('printer-is-accepting-jobs')?.[0] === false) return `the queue takes no jobs: ${message}`;
  if (printer.get('printer-state')?.[0] === PRINTER_STOPPED) return `the queue is stopped: ${message}`;
  return null;
}

async function follow(job: {
  readonly server: CupsServer;
  readonly queue: string;
  readonly id: number;
  readonly until: number;
}): Promise<PrintOutcome> {
  const { server, queue, id, until } = job;
  for (;;) {
    const answer = await server.ask({
      operation: IPP_OPERATIONS.getJobAttributes,
      path: pathOf(queue),
      attributes: [
        ...jobAddress(queue, id),
        ['keyword', 'requested-attributes', 'job-state', 'job-state-reasons', 'job-printer-state-message'],
      ],
    });
    const found = answer.ok ? answer.value.groups[0] : undefined;
    switch (found?.get('job-state')?.[0]) {
      case JOB.completed:
        return { kind: 'unconfirmed' };
      case JOB.canceled:
      case JOB.aborted:
        return unsure('rejected', `CUPS gave up job ${id}: ${reasons(found)}`);
      case JOB.held:
      case JOB.stopped:
        return giveUp(job, reasons(found));
      default: {
        // A queue that was stopped keeps its jobs and would print them some day.
        const refusal = await refusalOf(server, queue);
        if (refusal !== null) return giveUp(job, refusal);
        if (Date.now() > until) return { kind: 'unconfirmed' };
        await sleep(LOOK_MS);
      }
    }
  }
}

/** Takes back a job that CUPS keeps; what it does not give back is in its hands, and may be printed later. */
async function giveUp(
  job: { readonly server: CupsServer; readonly queue: string; readonly id: number },
  why: string,
): Promise<PrintOutcome> {
  const answer = await job.server.ask({
    operation: IPP_OPERATIONS.cancelJob,
    path: pathOf(job.queue),
    attributes: jobAddress(job.queue, job.id),
  });
  if (answer.ok && !failed(answer.value)) return unsure('rejected', `CUPS kept job ${job.id}: ${why}`);
  return { kind: 'unconfirmed' };
}

function failed(answer: IppAnswer): boolean {
  return answer.status >= 0x0100;
}

function refusalText(answer: IppAnswer): string {
  return `IPP status 0x${answer.status.toString(16).padStart(4, '0')}`;
}

function reasons(found: IppGroup | undefined): string {
  const said = [
    ...(found?.get('job-state-reasons') ?? []),
    ...(found?.get('job-printer-state-message') ?? []),
  ];
  return said.filter((part) => part !== '').join(', ');
}

function text(group: IppGroup, name: string): string {
  return String(group.get(name)?.[0] ?? '');
}

function pathOf(queue: string): string {
  return `/printers/${encodeURIComponent(queue)}`;
}

function printerUri(queue: string): IppAttribute {
  return ['uri', 'printer-uri', `ipp://localhost${pathOf(queue)}`];
}

function jobAddress(queue: string, id: number): IppAttribute[] {
  return [printerUri(queue), ['integer', 'job-id', id], requestingUser()];
}

/** Only who sent a job may take it back. */
function requestingUser(): IppAttribute {
  return ['name', 'requesting-user-name', userInfo().username];
}
