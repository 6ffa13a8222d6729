import type { Page } from '@playwright/test';
import type { Answer, Bridge, Calls } from '../../src-main/contract/api.ts';
import type { Channel } from '../../src-main/contract/channels.ts';
import type { Intake, Locale } from '../../src-main/domain/intake.ts';
import type { Story } from './stories.ts';

declare global {
  interface Window {
    /** What the preload puts there. */
    readonly inYourWords: Bridge;
  }
}

/** Makes a call as the page itself makes it. */
export function callBridge<C extends Channel>(
  page: Page,
  channel: C,
  input: Calls[C]['input'],
): Promise<Answer<C>> {
  return page.evaluate(
    // The pair of channel and input is checked where it is given; inside of the page types are gone.
    ([name, given]) => window.inYourWords.call(name as never, given as never) as unknown,
    [channel, input] as const,
  ) as Promise<Answer<C>>;
}

/** Returns a story as the page sends it. */
export function intakeOf(story: Story, requestId: string, locale: Locale = 'en'): Intake {
  return { ...story, requestId: requestId as Intake['requestId'], locale };
}
