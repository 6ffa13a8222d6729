import {
  LETTER_SECTIONS,
  type LetterProse,
  type LetterSectionName,
  type LetterVersion,
  type LetterWanted,
} from '../../../../src-main/domain/escalation.ts';

/** What somebody typed into a letter and nobody kept yet; what they did not touch is not in it. */
export interface Typed {
  readonly wanted: Partial<LetterWanted>;
  readonly prose: Partial<LetterProse>;
}

const NOTHING: Typed = { wanted: {}, prose: {} };

function isEmpty({ wanted, prose }: Typed): boolean {
  return Object.keys(wanted).length === 0 && Object.keys(prose).length === 0;
}

function joined(before: Typed, since: Typed): Typed {
  return { wanted: { ...before.wanted, ...since.wanted }, prose: { ...before.prose, ...since.prose } };
}

/**
 * What one person is writing on a letter while others may write on it too. Nothing that was typed is lost by what they
 * keep: it stands in its fields until it is kept, or is put aside and can be put back.
 */
export class LetterDraft {
  #typed = $state.raw<Typed>(NOTHING);
  #aside = $state.raw<Typed>(NOTHING);
  #basis = $state.raw<number | null>(null);

  /** What is typed and not kept. */
  get typed(): Typed {
    return this.#typed;
  }

  /** The version that it is written on; null while nothing is typed, or nothing is kept yet. */
  get basis(): number | null {
    return this.#basis;
  }

  get isUnkept(): boolean {
    return !isEmpty(this.#typed);
  }

  /** Whether something that was typed is put aside. */
  get hasAside(): boolean {
    return !isEmpty(this.#aside);
  }

  /** Returns the letter's newest version where it is another than the one that is written on, else undefined. */
  theirs(newest: LetterVersion | undefined): LetterVersion | undefined {
    return newest && this.#basis !== null && newest.version !== this.#basis ? newest : undefined;
  }

  /** Somebody typed what the letter is to be; `newest` is the version that they had before them. */
  want(part: Partial<LetterWanted>, newest: LetterVersion | undefined): void {
    this.#type({ ...this.#typed, wanted: { ...this.#typed.wanted, ...part } }, newest);
  }

  /** Somebody typed what stands around the records of a section. */
  write(section: LetterSectionName, text: string, newest: LetterVersion): void {
    this.#type({ ...this.#typed, prose: { ...this.#typed.prose, [section]: text } }, newest);
  }

  /** Returns the prose of the whole letter: what was typed, and else what the newest version has. */
  proseOn({ letter }: LetterVersion): LetterProse {
    const kept = (wanted: LetterSectionName): string =>
      letter.sections.find(({ name }) => name === wanted)?.prose ?? '';
    return Object.fromEntries(
      LETTER_SECTIONS.map((name) => [name, this.#typed.prose[name] ?? kept(name)]),
    ) as LetterProse;
  }

  /** It is kept: nothing is typed any more. */
  kept(): void {
    this.#typed = this.#aside = NOTHING;
    this.#basis = null;
  }

  /** The newest version stands as it is; what was typed is put aside. */
  putAside(): void {
    this.#aside = joined(this.#aside, this.#typed);
    this.#typed = NOTHING;
    this.#basis = null;
  }

  /** What was put aside stands in its fields again, on the newest version; what was typed since goes before it. */
  putBack(newest: LetterVersion): void {
    this.#type(joined(this.#aside, this.#typed), newest);
    this.#aside = NOTHING;
  }

  #type(typed: Typed, newest: LetterVersion | undefined): void {
    this.#typed = typed;
    this.#basis ??= newest?.version ?? null;
  }
}
