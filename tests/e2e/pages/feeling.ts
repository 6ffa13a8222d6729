import type { Locator } from '@playwright/test';
import type { Feeling as Face } from '../../../src-main/domain/intake.ts';
import { StepScreen } from './screen.ts';

/** Screen 2. */
export class Feeling extends StepScreen {
  get heading(): Locator {
    return this.headingNamed(this.names.feeling.heading);
  }

  get words(): Locator {
    return this.field(this.names.feeling.field);
  }

  face(face: Face): Locator {
    const { group, faces } = this.names.feeling;
    return this.page
      .getByRole('radiogroup', { name: group, exact: true })
      .getByRole('radio', { name: faces[face], exact: true });
  }
}
