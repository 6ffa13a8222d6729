import { err, ok, type Result } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';

/** The settings while the app runs. */
export interface LiveSettings {
  /** What the app runs on: what is kept, with the environment's overrides. */
  readonly current: () => Settings;
  /** What is kept in the file, without overrides. */
  readonly kept: () => Settings;
  /** What a new kiosk begins with. */
  readonly defaults: Settings;
  /** Names of overrides that could not be used. */
  readonly overrideProblems: () => readonly string[];
  /** Keeps changed settings on the disk, and only then runs on them; the error is for staff. */
  readonly change: (edit: (kept: Settings) => Settings) => Result<Settings, string>;
}

/** Returns the settings that were loaded, to be changed while the app runs. */
export function createLiveSettings(parts: {
  readonly loaded: Settings;
  readonly defaults: Settings;
  /** Applies the environment's overrides. */
  readonly override: (settings: Settings) => {
    readonly settings: Settings;
    readonly problems: readonly string[];
  };
  /** Checks settings as a file's would be; the error names each place. */
  readonly parse: (json: unknown) => Result<Settings, string>;
  readonly save: (settings: Settings) => Result<null, string>;
  readonly onChange: (settings: Settings, before: Settings) => void;
}): LiveSettings {
  let kept = parts.loaded;
  let applied = parts.override(kept);
  return {
    current: () => applied.settings,
    kept: () => kept,
    defaults: parts.defaults,
    overrideProblems: () => applied.problems,
    change(edit) {
      const checked = parts.parse(JSON.parse(JSON.stringify(edit(kept))));
      if (!checked.ok) return checked;
      const saved = parts.save(checked.value);
      if (!saved.ok) return err(saved.error);
      const before = applied.settings;
      kept = checked.value;
      applied = parts.override(kept);
      parts.onChange(applied.settings, before);
      return ok(applied.settings);
    },
  };
}
