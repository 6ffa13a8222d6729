import { dirname } from 'node:path';
import type { StaffHealth } from '../contract/api.ts';
import type { HealthView } from '../contract/health-api.ts';
import type { Backups } from '../backup/backup-service.ts';
import type { Instant } from '../domain/brand.ts';
import { briefOf, judgeHealth, type HealthBrief, type HealthReadings } from '../domain/health.ts';
import { PREVIEW_URL } from '../domain/printer.ts';
import type { EffectivePrinters } from '../print/printers.ts';
import { isSameDisk, spaceOf, type SpaceKeeper } from '../store/space-keeper.ts';
import type { LiveSettings } from './live-settings.ts';
import type { Stores } from './stores.ts';

/** How the kiosk is. */
export interface Health {
  /** Measures everything now; throws what SQLite throws. */
  view(): HealthView;
  readonly brief: () => HealthBrief;
  /** Measures in a moment, once for all that ask, and tells the window where the brief is another one than before. */
  look(): void;
  /** Stops looking by itself. */
  close(): void;
}

/** Slips wait and backups grow old by the clock. */
const LOOK_MS = 60_000;
/** What changes comes in bursts: a slip goes through three states. */
const SOON_MS = 300;

/** Returns what measures the kiosk, by itself once a minute; `onChange` hears a new brief. */
export function watchHealth(parts: {
  readonly stores: Pick<Stores, 'health' | 'recoveries' | 'search'>;
  readonly printers: () => EffectivePrinters;
  readonly backups: Backups;
  readonly settings: LiveSettings;
  readonly space: Pick<SpaceKeeper, 'look'>;
  readonly letterheadProblem: () => string | null;
  readonly about: Pick<StaffHealth, 'version' | 'runtime' | 'dataFolder' | 'settingsProblem'>;
  readonly now: () => Instant;
  readonly upMs: () => number;
  readonly onChange: (brief: HealthBrief) => void;
  readonly onProblem: (problem: unknown) => void;
}): Health {
  const { stores, backups, about } = parts;
  let told = '';
  let soon: ReturnType<typeof setTimeout> | null = null;
  let closed = false;

  function read(): HealthReadings {
    const lines = stores.health.lines();
    const { backups: made, failure, running, second } = backups.state();
    return {
      now: parts.now(),
      printers: parts.printers().map(({ id, name, url }) => {
        const line = lines.find(({ printerId }) => printerId === id);
        return {
          name,
          onScreen: url === PREVIEW_URL,
          problem: line?.problem ?? null,
          waiting: line?.waiting ?? 0,
        };
      }),
      oldestSlipAt: lines.map(({ since }) => since).toSorted((one, other) => one - other)[0] ?? null,
      askingSlips: stores.health.askingSlips(),
      dataFolder: about.dataFolder,
      hasRoom: parts.space.look(),
      disk: spaceOf(about.dataFolder),
      backups: { newestAt: made[0]?.madeAt ?? null, failure, running },
      second: second && {
        folder: second.folder,
        // Its own folder is made with the first backup there.
        space: spaceOf(second.folder) ?? spaceOf(dirname(second.folder)),
        sameDisk: isSameDisk(dirname(second.folder), about.dataFolder),
        failed: second.failure !== null,
      },
      latestRecordAt: stores.health.latestRecordAt(),
      ...stores.health.sizes(),
      searchReady: stores.search.isReady(),
      settingsBroken: about.settingsProblem !== null,
      settingsUnused: parts.settings.overrideProblems().length + (parts.letterheadProblem() === null ? 0 : 1),
      version: about.version,
      runtime: about.runtime,
      upMs: parts.upMs(),
    };
  }

  function view(): HealthView {
    const readings = read();
    return { readings, findings: judgeHealth(readings) };
  }

  function brief(): HealthBrief {
    return briefOf(view().findings, stores.recoveries.unseen().length);
  }

  function tell(): void {
    soon = null;
    try {
      const found = brief();
      const text = JSON.stringify(found);
      if (text === told) return;
      told = text;
      parts.onChange(found);
    } catch (error) {
      parts.onProblem(error);
    }
  }

  const look = (): void => {
    // A backup that is stopped says so, and there is no database any more to look at.
    if (!closed) soon ??= setTimeout(tell, SOON_MS);
  };
  const looks = setInterval(look, LOOK_MS);
  return {
    view,
    brief,
    look,
    close() {
      closed = true;
      clearInterval(looks);
      if (soon) clearTimeout(soon);
    },
  };
}
