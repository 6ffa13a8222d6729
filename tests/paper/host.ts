import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '../../src-main/domain/brand.ts';
import type { ClaimNumber } from '../../src-main/domain/claim-number.ts';
import { ok } from '../../src-main/domain/result.ts';
import { submitClaim } from '../../src-main/ipc/claim-handlers.ts';
import { createPaperService } from '../../src-main/print/paper-service.ts';
import { createPrintQueue } from '../../src-main/print/print-queue.ts';
import { printerFor } from '../../src-main/print/printer.ts';
import { createClaimStore } from '../../src-main/store/claim-store.ts';
import { openDatabase } from '../../src-main/store/open-database.ts';
import { createPrintJobStore } from '../../src-main/store/print-job-store.ts';
import { EXAMPLE_SETTINGS, exampleIntake } from '../fixtures/example-claim.ts';
import { examplePrinter } from '../fixtures/example-printer.ts';

/** What the host says, a line of JSON each. */
export type HostSaying =
  | { readonly kind: 'ready' }
  | { readonly kind: 'kept'; readonly number: ClaimNumber; readonly jobId: string }
  | {
      readonly kind: 'changed';
      readonly jobId: string;
      readonly state: string;
      readonly problem: string | null;
    };

// The kiosk's main process without a window: the real store, queue and worker, told by a line a statement on its
// standard input, so that a campaign can kill it at any moment.
const [folder = '', printerUrl = '', language = 'escpos'] = process.argv.slice(2);
const now = (): Instant => Date.now() as Instant;
const say = (saying: HostSaying): void => void process.stdout.write(`${JSON.stringify(saying)}\n`);

const opened = openDatabase({ file: join(folder, 'claims.db'), now });
if (!opened.ok) throw new Error(opened.error.detail);
const claims = createClaimStore(opened.value.db, {
  now,
  randomInt: (limit) => randomInt(limit),
  newId: uuidv7,
});
const jobs = createPrintJobStore(opened.value.db);
const effective = examplePrinter({
  url: printerUrl,
  ...(language === 'star-line' ? { profile: 'star-tsp143iv' } : {}),
});
const queue = createPrintQueue({
  jobs,
  paper: createPaperService({ workerUrl: new URL('../../src-main/print/paper-worker.ts', import.meta.url) }),
  printer: printerFor(effective.url, effective.columns, effective.language),
  effective,
  prepare: () => undefined,
  keepPicture: () => Promise.resolve(ok(null)),
  now,
  onChange: ({ jobId, state, problem }) => say({ kind: 'changed', jobId, state, problem }),
  onBug: (error) => {
    throw error;
  },
});
queue.kick();
createInterface({ input: process.stdin }).on('line', (statement) => {
  const receipt = submitClaim(exampleIntake({ statement, requestId: uuidv7() }), {
    claims,
    settings: EXAMPLE_SETTINGS,
    statusOf: (id) => {
      const job = jobs.get(id);
      return job && { jobId: job.id, state: job.state, problem: job.problem };
    },
    kickPrinter: () => queue.kick(),
  });
  if (!receipt.ok) throw new Error(receipt.error.detail);
  say({ kind: 'kept', number: receipt.value.number, jobId: receipt.value.print.jobId });
});
say({ kind: 'ready' });
