import { mayDo, type Restricted, type Role } from '../../src-main/domain/staff.ts';

/** The screens of the back office, in the order of the sidebar. */
export const SCREENS = [
  'board',
  'mine',
  'known-issues',
  'reports',
  'paper',
  'printers',
  'people',
  'health',
  'settings',
] as const;
/** A screen of the back office. */
export type ScreenName = (typeof SCREENS)[number];

const NEEDS: Readonly<Record<ScreenName, Restricted | null>> = {
  board: null,
  reports: null,
  'known-issues': null,
  mine: null,
  paper: null,
  printers: 'printers',
  people: 'people',
  health: null,
  settings: 'settings',
};

/** Returns the screens that a role is shown. Main refuses the others' calls anyway. */
export function screensFor(role: Role): readonly ScreenName[] {
  return SCREENS.filter((name) => {
    const needed = NEEDS[name];
    return needed === null || mayDo(role, needed);
  });
}
