import { setImmediate } from 'node:timers/promises';
import type { CallError } from '../contract/api.ts';
import type { KnownIssueCalls } from '../contract/known-issue-api.ts';
import { messagesFor } from '../../resources/messages/catalogue.ts';
import type { ClaimId } from '../domain/brand.ts';
import { exportName, type SavedFile } from '../domain/exported.ts';
import type { JoinedCursor, KnownIssue, KnownIssueId, Story } from '../domain/known-issue.ts';
import { maskStory } from '../domain/mask.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StaffMember } from '../domain/staff.ts';
import { evidencePages } from '../evidence/evidence-pages.ts';
import { evidenceTable } from '../evidence/evidence-table.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { EvidenceReader } from '../store/evidence-reader.ts';
import { savedOr } from './export-handlers.ts';
import type { ServingParts } from './parts.ts';

/** Stories that are read and masked before main looks whether somebody wants something. */
const AT_ONCE = 50;

/** Makes the evidence pack of a known issue and saves it where the supervisor said. */
export async function packKnownIssue({
  issue,
  placeId,
  format,
  paper,
  locale,
  by,
  parts,
}: KnownIssueCalls['known-issue:pack']['input'] & {
  readonly issue: KnownIssue;
  readonly by: StaffMember;
  readonly parts: ServingParts;
}): Promise<Result<SavedFile, CallError>> {
  const { settings, stores, shelf, now } = parts;
  const { zone, name, address } = settings.current().store;
  const { stories, claims } = await maskedStories(stores.evidence, issue.id);
  const evidence: Evidence = {
    issue,
    stories,
    store: { name, address },
    ...{ at: now(), zone, locale },
  };
  const bytes = await bytesOf();
  if (!bytes.ok) return bytes;
  // First on record, then out of the house: nothing leaves it that nobody knows of.
  stores.knownIssues.recordPack({ by: by.id, at: now() }, issue.id, `${format} ${evidence.stories.length}`);
  const day = new Date(evidence.at).toISOString().slice(0, 10);
  const file = exportName([messagesFor('en').office.knownIssues.pack.fileName, issue.title, day], format);
  return savedOr(await shelf.save({ placeId, name: file, bytes: bytes.value, claims }));

  async function bytesOf(): Promise<Result<Uint8Array, CallError>> {
    if (format === 'csv') return ok(evidenceTable(evidence));
    const made = await parts.pages.make(evidencePages(evidence, paper));
    return made.ok ? made : err({ code: 'not-saved', detail: `${made.error.reason}: ${made.error.detail}` });
  }
}

async function maskedStories(
  reader: EvidenceReader,
  id: KnownIssueId,
): Promise<{ readonly stories: readonly Story[]; readonly claims: readonly ClaimId[] }> {
  const stories: Story[] = [];
  const claims: ClaimId[] = [];
  let after: JoinedCursor | null = null;
  for (;;) {
    const found = reader.stories(id, after, AT_ONCE);
    stories.push(...found.map(({ story, contact }) => maskStory(story, contact)));
    claims.push(...found.map(({ cursor }) => cursor.claimId));
    after = found.at(-1)?.cursor ?? null;
    if (found.length < AT_ONCE) return { stories, claims };
    await setImmediate();
  }
}
