import { networkInterfaces } from 'node:os';
import type { CallError } from '../contract/api.ts';
import type { PrinterFound, PrintersView, TestPartShown } from '../contract/paper-api.ts';
import { PRINTER_PROFILES, profileOf } from '../contract/printer-profiles.ts';
import type { PrintJobId } from '../domain/brand.ts';
import { GENERIC_PROFILES, type PrinterSettings } from '../domain/printer.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import { listCupsQueues } from '../print/cups/cups-queue.ts';
import { findDevicePrinters, findNetworkPrinters, neighbours } from '../print/find-printers.ts';
import { confirmedFrom, onlyBlock, testSlip, type AnySlip, type TestSlip } from '../print/slip/test-slip.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';

type PrinterHandlers = Pick<
  StaffHandlers,
  | 'printers:view'
  | 'printers:find'
  | 'printers:stop-finding'
  | 'printers:save'
  | 'printers:test'
  | 'printers:confirm'
>;

/** Returns what answers the calls about printers. */
export function printerHandlers(parts: ServingParts): PrinterHandlers {
  const { settings, now, printers, paper, newId } = parts;
  const { jobs, staff } = parts.stores;
  let search: AbortController | null = null;

  function view(): PrintersView {
    const kept = settings.kept().printers;
    return {
      printers: kept,
      profiles: PRINTER_PROFILES.map(({ id, maker, model, columns, generic }) => ({
        id,
        maker,
        model,
        columns,
        generic,
      })),
      overridden: settings.current().printers[0].url !== kept[0].url,
    };
  }

  function keep(next: readonly PrinterSettings[], by: StaffMember): Result<PrintersView, CallError> {
    const [first, ...others] = next;
    if (!first) return err({ code: 'invalid-input', detail: 'no printer' });
    const changed = settings.change((kept) => ({ ...kept, printers: [first, ...others] }));
    if (!changed.ok) return err({ code: 'not-kept', detail: changed.error });
    staff.record('settings-changed', 'printers', by.id, now());
    return ok(view());
  }

  return {
    'printers:view': () => ok(view()),
    'printers:find': async () => {
      search?.abort();
      const own = new AbortController();
      search = own;
      const [network, devices, queues] = await Promise.all([
        findNetworkPrinters({
          addresses: neighbours(networkInterfaces()),
          profiles: PRINTER_PROFILES,
          signal: own.signal,
          onProgress: parts.onSearching,
        }),
        findDevicePrinters(),
        listCupsQueues(),
      ]);
      const found: PrinterFound[] = [
        ...network.map(({ url, maker, model, profile }) => ({
          url,
          name: [maker, model].filter(Boolean).join(' '),
          profile,
        })),
        ...devices.map((url) => ({ url, name: '', profile: GENERIC_PROFILES[80] })),
        // A machine without CUPS has no queues, and nobody needs to hear of it.
        ...(queues.ok ? queues.value : []).map((queue) => ({
          url: `cups:${encodeURIComponent(queue)}`,
          name: queue,
          profile: GENERIC_PROFILES[80],
        })),
      ];
      return ok({ found, complete: !own.signal.aborted });
    },
    'printers:stop-finding': () => {
      search?.abort();
      return ok(null);
    },
    'printers:save': ({ printers: next }, by) => keep(next, by),
    'printers:test': async ({ printerId }, by) => {
      const printer = settings.current().printers.find(({ id }) => id === printerId);
      const profile = printer && profileOf(printer.profile);
      const effective = printers.all().find(({ id }) => id === printerId);
      if (!printer || !profile || !effective) return err({ code: 'not-found', detail: 'no such printer' });
      const slip = testSlip({
        profile,
        printerName: effective.name,
        locale: by.locale,
        at: now(),
        zone: settings.current().store.zone,
      });
      const shown: TestPartShown[] = [];
      for (const { number, title } of slip.blocks) {
        const picture = await paper.make({
          slip: onlyBlock(slip, number),
          copy: 0,
          columns: effective.columns,
          want: 'picture',
        });
        if (!picture.ok) throw new Error(picture.error);
        shown.push({ number, title, png: picture.value.bytes });
      }
      const job = jobs.add({
        id: newId() as PrintJobId,
        claimId: null,
        kind: 'test',
        slip: JSON.stringify(slip),
        printerId,
        at: now(),
      });
      staff.record('test-slip', printerId, by.id, now());
      printers.kick();
      return ok({ jobId: job.id, parts: shown });
    },
    'printers:confirm': ({ jobId, ticked }, by) => {
      const job = jobs.get(jobId);
      if (job?.kind !== 'test') return err({ code: 'not-found', detail: 'no such test slip' });
      const confirmed = confirmedFrom({ slip: testSlipOf(job.slip), ticked, at: now() });
      if (!confirmed.ok) return err({ code: 'not-a-width', detail: confirmed.error });
      const kept = settings.kept().printers;
      if (!kept.some(({ id }) => id === job.printerId))
        return err({ code: 'not-found', detail: 'no such printer' });
      return keep(
        kept.map((each) => (each.id === job.printerId ? { ...each, confirmed: confirmed.value } : each)),
        by,
      );
    },
  };
}

function testSlipOf(json: string): TestSlip {
  const slip = JSON.parse(json) as AnySlip;
  if (!('profile' in slip)) throw new Error('a job of kind test holds another slip');
  return slip;
}
