import type { SettingsCalls, SettingsShown } from '../contract/settings-api.ts';
import { err, ok } from '../domain/result.ts';
import type { ServingParts } from './parts.ts';
import type { StaffHandlers } from './register.ts';
import { changedPlaces, sectionsOf, withSection } from './settings-sections.ts';

type SettingsHandlers = Pick<StaffHandlers, keyof SettingsCalls>;

const MINUTE_MS = 60_000;

/** Returns what answers the calls about settings, and what warns of promises as they say. */
export function settingsHandlers({ stores, settings, now }: ServingParts): SettingsHandlers {
  const shown = (): SettingsShown => ({
    kept: sectionsOf(settings.kept()),
    defaults: sectionsOf(settings.defaults),
  });

  return {
    'settings:view': () => ok(shown()),
    'settings:change': (change, by) => {
      const { section } = change;
      const before = sectionsOf(settings.kept())[section];
      const changed = settings.change((kept) => withSection(kept, change));
      if (!changed.ok) return err({ code: 'not-kept', detail: changed.error });
      const places = changedPlaces(before, sectionsOf(settings.kept())[section]);
      if (places.length > 0)
        stores.staff.record('settings-changed', `${section}: ${places.join(', ')}`, by.id, now());
      return ok(shown());
    },
    'board:warnings': () => {
      const { beforeMinutes, sound } = settings.current().warnings;
      const at = now();
      return ok({ now: at, sound, ...stores.board.warnings(at, beforeMinutes * MINUTE_MS) });
    },
  };
}
