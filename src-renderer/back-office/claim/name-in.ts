import type { ClaimView } from '../../../src-main/domain/desk.ts';
import type { StaffId } from '../../../src-main/domain/staff.ts';

/** Returns a colleague's name; empty for somebody whom the claim does not know. */
export function nameIn({ people }: Pick<ClaimView, 'people'>, id: StaffId): string {
  return people.find((each) => each.id === id)?.name ?? '';
}
