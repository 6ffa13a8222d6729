import type { SectionName, SettingsSections } from '../../../src-main/contract/settings-api.ts';
import type { StaffId } from '../../../src-main/domain/staff.ts';

/** What somebody changed and did not save yet. It waits for them, also while they are signed out. */
export class SettingsDrafts {
  #drafts: Partial<SettingsSections> = $state.raw({});

  get<S extends SectionName>(section: S): SettingsSections[S] | undefined {
    return this.#drafts[section];
  }

  set<S extends SectionName>(section: S, value: SettingsSections[S]): void {
    this.#drafts = { ...this.#drafts, [section]: value };
  }

  drop(section: SectionName): void {
    const { [section]: _, ...others } = this.#drafts;
    this.#drafts = others;
  }
}

const OF_EVERYBODY: Partial<Record<StaffId, SettingsDrafts>> = {};

/** Returns a person's own drafts. */
export function draftsOf(id: StaffId): SettingsDrafts {
  return (OF_EVERYBODY[id] ??= new SettingsDrafts());
}

/** Returns whether two values of a card are the same; a number that cannot be read is not the same as none. */
export function isSame(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (Number.isNaN(each) ? 'NaN' : each));
}
