import { EXPECTATION_KINDS, type Expectation } from '../../domain/expectation.ts';
import type { Block } from './slip.ts';

/** Returns the four kinds of expectation, each once under its heading, in the order of the screens. */
export function expectationBlocks(
  expectations: readonly Expectation[],
  headings: Readonly<Record<Expectation['kind'], string>>,
): Block[] {
  return EXPECTATION_KINDS.flatMap((kind): Block[] => {
    const lines = expectations.filter((expectation) => expectation.kind === kind);
    return lines.length === 0
      ? []
      : [{ kind: 'expectation', expectation: kind, heading: headings[kind], lines }];
  });
}
