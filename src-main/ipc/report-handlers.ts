import type { CallError } from '../contract/api.ts';
import type { ReportCalls, ReportChoice, ReportsView } from '../contract/reports-api.ts';
import type { PrintJobId } from '../domain/brand.ts';
import { exportName } from '../domain/exported.ts';
import { endOfDay } from '../domain/opening-hours.ts';
import { periodsUntil, type Period } from '../domain/period.ts';
import { reportTable } from '../domain/report-table.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import { toCsv } from '../csv.ts';
import { dayReport } from '../print/slip/day-report.ts';
import type { ReportFailure } from '../reports/report-service.ts';
import { savedOr } from './export-handlers.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';
import { csvRows } from './report-csv.ts';

/** Returns what answers the calls about reports. */
export function reportHandlers(parts: ServingParts): Pick<StaffHandlers, keyof ReportCalls> {
  const { stores, settings, printers, shelf, now, newId } = parts;
  const { reports, staff, sessions, jobs } = stores;

  async function view(
    { unit, count, who }: ReportChoice,
    by: StaffMember,
  ): Promise<Result<ReportsView, CallError>> {
    if (who !== by.id) {
      const allowed = sessions.allow('see-everybodys-figures');
      if (!allowed.ok) return allowed;
      if (who !== null && !staff.get(who)) return err({ code: 'not-found', detail: 'nobody of that id' });
    }
    const at = now();
    const periods = periodsUntil({ now: at, zone: settings.current().store.zone, unit, count });
    const counted = await reports.read({ periods, who, now: at });
    return counted.ok ? ok({ now: at, periods, reports: counted.value }) : err(refusal(counted.error));
  }

  return {
    'reports:view': view,
    'reports:people': () => ok(staff.all().map(({ id, name, role, active }) => ({ id, name, role, active }))),
    'reports:save': async ({ report, placeId, ...choice }, by) => {
      const counted = await view(choice, by);
      if (!counted.ok) return counted;
      const { periods } = counted.value;
      const saved = await shelf.save({
        placeId,
        name: exportName([report, `by ${choice.unit}`, periods[0]?.date ?? ''], 'csv'),
        bytes: toCsv(csvRows(reportTable(report, counted.value), by.locale)),
        claims: [],
      });
      if (saved.ok) {
        const { unit, count, who } = choice;
        staff.record('report-saved', `${report} ${count} ${unit} ${who ?? 'store'}`, by.id, now());
      }
      return savedOr(saved);
    },
    'reports:print-day': async (_, by) => {
      const at = now();
      const { store } = settings.current();
      const [today, tomorrow] = [at, endOfDay(at, store.zone)].map((instant) => dayOf(instant, store.zone));
      if (!today || !tomorrow) throw new Error('a day without an end');
      const counted = await reports.day({ today, tomorrow, now: at });
      if (!counted.ok) return err(refusal(counted.error));
      const { claims, promises, dueTomorrow, goodwill, hard, auditHead } = counted.value;
      const open = jobs.open();
      const unsure = open.filter(({ state }) => state === 'unsure').length;
      const slip = dayReport({
        ...{ at, claims, goodwill, auditHead, store },
        promises: { kept: promises.kept, broken: promises.broken, dueTomorrow },
        slips: { waiting: open.length - unsure, unsure },
        hard: hard.map(({ name, claims: conversations }) => ({ staffMember: name, conversations })),
      });
      const [printer] = settings.current().printers;
      const job = jobs.add({
        id: newId() as PrintJobId,
        claimId: null,
        kind: 'day-report',
        slip: JSON.stringify(slip),
        printerId: printer.id,
        at,
      });
      staff.record('day-report', job.id, by.id, at);
      printers.kick();
      return ok(null);
    },
  };
}

function dayOf(
  instant: Period['from'],
  zone: Parameters<typeof periodsUntil>[0]['zone'],
): Period | undefined {
  return periodsUntil({ now: instant, zone, unit: 'day', count: 1 })[0];
}

function refusal({ code, detail }: ReportFailure): CallError {
  return code === 'outdated' ? { code, detail } : { code: 'out-of-service', detail };
}
