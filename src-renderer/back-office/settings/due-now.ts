import type { SettingsSections } from '../../../src-main/contract/settings-api.ts';
import type { Instant } from '../../../src-main/domain/brand.ts';
import { nextUpdateDue } from '../../../src-main/domain/due-time.ts';

/** Returns when a claim that is taken now would hear from the store. */
export function dueNow({ store, hours, holidays, nextUpdate }: SettingsSections): Instant {
  return nextUpdateDue(Date.now() as Instant, {
    zone: store.zone,
    rule: nextUpdate,
    hours: { week: hours, holidays },
  });
}
