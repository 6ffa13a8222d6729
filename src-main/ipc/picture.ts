import type { SlipPicture } from '../contract/paper-api.ts';
import type { PaperService } from '../print/paper-service.ts';
import type { Printers } from '../print/printers.ts';
import type { AnySlip } from '../print/slip/test-slip.ts';
import type { PrintJob } from '../store/print-job.ts';

/** Returns the paper of a job as it is, or would be, on its printer; throws where it cannot be drawn, which is a bug. */
export async function pictureOf(
  job: PrintJob,
  { paper, printers }: { readonly paper: PaperService; readonly printers: Printers },
): Promise<SlipPicture> {
  const slip = JSON.parse(job.slip) as AnySlip;
  const printer = printers.all().find(({ id }) => id === job.printerId) ?? printers.all()[0];
  const picture = await paper.make({ slip, copy: job.copy, columns: printer.columns, want: 'picture' });
  if (!picture.ok) throw new Error(picture.error);
  return { png: picture.value.bytes, text: picture.value.text };
}
