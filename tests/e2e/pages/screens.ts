import type { Page } from '@playwright/test';
import type { Locale } from '../../../src-main/domain/intake.ts';
import { namesOf, type Names } from '../names.ts';
import { Attempts } from './attempts.ts';
import { Contact } from './contact.ts';
import { CheckClaim, ClaimStatus, MoreWords, SayThanks, Thanked } from './doors.ts';
import { Feeling } from './feeling.ts';
import { IdleDialog } from './idle-dialog.ts';
import { Item } from './item.ts';
import { OnScreenKeyboard } from './keyboard.ts';
import { OutOfService } from './out-of-service.ts';
import { ReadBack } from './read-back.ts';
import { Staff } from './staff.ts';
import { Thanks } from './thanks.ts';
import { TopBar } from './top-bar.ts';
import { Welcome } from './welcome.ts';
import { Wishes } from './wishes.ts';
import { Words } from './words.ts';

/** Every screen of the kiosk in one language. */
export interface Screens {
  readonly names: Names;
  readonly bar: TopBar;
  readonly keyboard: OnScreenKeyboard;
  readonly welcome: Welcome;
  readonly words: Words;
  readonly feeling: Feeling;
  readonly item: Item;
  readonly attempts: Attempts;
  readonly wishes: Wishes;
  readonly contact: Contact;
  readonly readBack: ReadBack;
  readonly thanks: Thanks;
  readonly check: CheckClaim;
  readonly status: ClaimStatus;
  readonly more: MoreWords;
  readonly praise: SayThanks;
  readonly praised: Thanked;
  readonly idle: IdleDialog;
  readonly staff: Staff;
  readonly outOfService: OutOfService;
}

/** Returns the screens of a window. */
export function screensOf(page: Page, locale: Locale = 'en'): Screens {
  const names = namesOf(locale);
  return {
    names,
    bar: new TopBar(page, names),
    keyboard: new OnScreenKeyboard(page, names),
    welcome: new Welcome(page, names),
    words: new Words(page, names),
    feeling: new Feeling(page, names),
    item: new Item(page, names),
    attempts: new Attempts(page, names),
    wishes: new Wishes(page, names),
    contact: new Contact(page, names),
    readBack: new ReadBack(page, names),
    thanks: new Thanks(page, names),
    check: new CheckClaim(page, names),
    status: new ClaimStatus(page, names),
    more: new MoreWords(page, names),
    praise: new SayThanks(page, names),
    praised: new Thanked(page, names),
    idle: new IdleDialog(page, names),
    staff: new Staff(page, names),
    outOfService: new OutOfService(page, names),
  };
}
