import { directionOf } from '../../resources/messages/catalogue.ts';
import type { Locale } from '../../src-main/domain/intake.ts';
import type { TextSize } from './flow-state.ts';

/** What the whole document shows of the state. */
export interface DocumentLook {
  readonly locale: Locale;
  readonly textSize: TextSize;
  readonly highContrast: boolean;
}

/** Sets the document's language, direction, text size and contrast. */
export function applyLook({ locale, textSize, highContrast }: DocumentLook): void {
  const { documentElement } = document;
  documentElement.lang = locale;
  documentElement.dir = directionOf(locale);
  documentElement.dataset['textSize'] = String(textSize);
  documentElement.dataset['contrast'] = highContrast ? 'high' : 'normal';
}
