import type { ClaimId } from '../domain/brand.ts';
import type {
  Escalation,
  EscalationOutcome,
  LetterProse,
  LetterWanted,
  SendWay,
} from '../domain/escalation.ts';
import type { PlaceId, SavedFile } from '../domain/exported.ts';
import type { Locale } from '../domain/intake.ts';
import type { PaperSize } from '../domain/paper-size.ts';

interface OfClaim {
  readonly claimId: ClaimId;
}
interface OfEscalation extends OfClaim {
  readonly escalationId: string;
}
interface OfVersion extends OfEscalation {
  /** The version that the person had before them; `newer-version` where somebody kept another since. */
  readonly version: number;
}
/** Every change answers with the claim's escalations as they are then, oldest first. */
interface ChangeCall<Input> {
  input: Input;
  output: readonly Escalation[];
}

/** Which paper of a letter: the letter itself or the customer's copy, on what size. */
export interface LetterPaper {
  readonly paper: PaperSize;
  readonly copy: boolean;
}

/** The pages of a letter, as they are on paper. */
export interface LetterPictures {
  /** A PNG of each page. */
  readonly pages: readonly Uint8Array[];
  /** What each page says, for who cannot see it. */
  readonly texts: readonly string[];
}

/**
 * Input and output of each call about letters to whoever can decide. Who does it is who is signed in. Errors beside the
 * usual: `not-found`, `claim-closed`, `wrong-state` (`detail`: draft, sent, answered or withdrawn), `newer-version`,
 * `not-made`.
 */
export interface EscalationCalls {
  'escalation:of-claim': { input: OfClaim; output: readonly Escalation[] };
  /** Writes the letter from what is on record. */
  'escalation:draft': ChangeCall<OfClaim & { readonly wanted: LetterWanted; readonly locale: Locale }>;
  /** Keeps the next version: the prose as given, what is on record as it is now. */
  'escalation:write': ChangeCall<OfVersion & { readonly wanted: LetterWanted; readonly prose: LetterProse }>;
  'escalation:send': ChangeCall<OfVersion & { readonly how: SendWay }>;
  'escalation:answer': ChangeCall<
    OfEscalation & { readonly text: string; readonly outcome: EscalationOutcome }
  >;
  'escalation:withdraw': ChangeCall<OfEscalation & { readonly reason: string }>;
  'escalation:pages': { input: OfEscalation & LetterPaper; output: LetterPictures };
  /** `place-gone`, `place-full`, `not-saved`. */
  'escalation:save': {
    input: OfEscalation & LetterPaper & { readonly placeId: PlaceId };
    output: SavedFile;
  };
}
