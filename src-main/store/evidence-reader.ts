import type { ContactGiven, FeelingGiven } from '../domain/intake.ts';
import type { JoinedCursor, KnownIssueId, Story } from '../domain/known-issue.ts';
import type { Db } from './sqlite.ts';

/** A story with whose it is: never to be shown like this, only through `maskStory`. */
export interface UnmaskedStory {
  readonly story: Story;
  readonly contact: ContactGiven;
  /** Where it stands among the stories of its issue. */
  readonly cursor: JoinedCursor;
}

/** Reads what the customers of a known issue told. Throws what SQLite throws. */
export interface EvidenceReader {
  /** Returns the stories after a cursor (null: from the start), the newest first. */
  stories(id: KnownIssueId, after: JoinedCursor | null, limit: number): readonly UnmaskedStory[];
}

interface Row {
  readonly claimId: JoinedCursor['claimId'];
  readonly number: Story['number'];
  readonly takenAt: Story['takenAt'];
  readonly locale: Story['locale'];
  readonly status: Story['status'];
  readonly itemName: string;
  readonly itemSerial: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly way: ContactGiven['way'];
  readonly ending: Story['ending'];
}

/** Returns the reader of the stories in `db`. */
export function createEvidenceReader(db: Db): EvidenceReader {
  const page = db.prepare<[object], Row>(
    `SELECT claim.id AS claimId, number, claim.taken_at AS takenAt, locale, status, item_name AS itemName,
       item_serial AS itemSerial, contact_name AS name, contact_phone AS phone, contact_email AS email,
       contact_way AS way,
       iif(status = 'closed',
         (SELECT kind FROM claim_ending WHERE claim_id = claim.id ORDER BY seq DESC LIMIT 1), NULL) AS ending
     FROM known_issue_claim JOIN claim ON claim.id = claim_id
     WHERE issue_id = @id AND left_at IS NULL AND (known_issue_claim.taken_at, claim_id) < (@takenAt, @claimId)
     ORDER BY known_issue_claim.taken_at DESC, claim_id DESC LIMIT @limit`,
  );
  const statements = db
    .prepare<[string], string>('SELECT text FROM statement WHERE claim_id = ? ORDER BY seq')
    .pluck();
  const feeling = db.prepare<[string], FeelingGiven>(
    'SELECT face, words FROM feeling WHERE claim_id = ? ORDER BY seq LIMIT 1',
  );
  const tried = db.prepare<[{ id: string }], Story['tried'][number]>(
    `SELECT description, outcome FROM (
       SELECT 0 AS ours, position AS place, description, outcome FROM attempt WHERE claim_id = @id
       UNION ALL
       SELECT 1, seq, description, outcome FROM staff_attempt WHERE claim_id = @id)
     ORDER BY ours, place`,
  );

  function unmasked({ claimId, itemName, itemSerial, name, phone, email, way, ...row }: Row): UnmaskedStory {
    return {
      story: {
        ...row,
        item: { name: itemName, serial: itemSerial },
        statements: statements.all(claimId),
        feeling: feeling.get(claimId) ?? { face: null, words: '' },
        tried: tried.all({ id: claimId }),
      },
      contact: { name, phone, email, way },
      cursor: { takenAt: row.takenAt, claimId },
    };
  }

  return {
    stories: (id, after, limit) =>
      page
        .all({
          id,
          limit,
          takenAt: after?.takenAt ?? Number.MAX_SAFE_INTEGER,
          claimId: after?.claimId ?? '',
        })
        .map(unmasked),
  };
}
