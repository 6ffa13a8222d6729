import { expect, type Locator } from '@playwright/test';
import type { Locale } from '../../src-main/domain/intake.ts';
import { mouse } from './hands.ts';
import type { Kiosk } from './kiosk.ts';
import type { Screens } from './pages/screens.ts';
import {
  begin,
  ESPRESSO,
  fillAttempts,
  fillContact,
  fillFeeling,
  fillItem,
  fillWishes,
  fillWords,
} from './stories.ts';
import { newestTicket, otherSecret } from './tickets.ts';

/** One screen on the way through the kiosk. */
export interface Stop {
  /** `01-welcome`: its place on the way, and its name. */
  readonly name: string;
  /** What the design calls the main action. */
  readonly main: Locator;
  /** Whether a dialog lies over the top bar. */
  readonly modal: boolean;
}

type Stopper = (name: string, main: Locator) => Promise<void>;

/** Goes through the screens behind the welcome screen's two other doors, with the newest claim's ticket. */
async function walkDoors(
  kiosk: Kiosk,
  { welcome, check, status, more, praise, praised }: Screens,
  stop: Stopper,
): Promise<void> {
  const { number, secret } = newestTicket(kiosk.dataFolder);
  await welcome.check.click();
  await check.number.fill(number);
  await check.secret.fill(otherSecret(secret));
  await check.main.click();
  await expect(check.problem).toBeVisible();
  await stop('check', check.main);
  await check.secret.fill(secret);
  await check.main.click();
  await expect(status.heading).toBeVisible();
  await stop('status', status.main);
  await status.add.click();
  await more.words.fill('And it smells of something.');
  await stop('more', more.main);
  await more.main.click();
  await expect(status.told.getByRole('blockquote')).toHaveCount(2);
  await stop('status-added', status.main);
  await status.thank.click();
  await praise.everyone.check();
  await praise.words.fill('For listening to all of it.');
  await stop('say-thanks', praise.main);
  await praise.main.click();
  await expect(praised.heading).toBeVisible();
  await stop('thanked', praised.main);
  await praised.main.click();
}

/**
 * Goes through every screen, filled as a customer fills it, and lets `look` look at each. It starts at the welcome
 * screen in the shop's language and ends there; each customer's way begins with `begun`, which sets what a wipe takes
 * back.
 */
export async function walk(
  kiosk: Kiosk,
  locale: Locale,
  look: (stop: Stop) => Promise<void>,
  begun: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const screens = kiosk.screens(locale);
  const { welcome, words, feeling, item, attempts, wishes, contact, readBack, thanks, staff } = screens;
  let place = 0;
  const stop = async (name: string, main: Locator, modal = false): Promise<void> => {
    await expect(main).toBeVisible();
    place += 1;
    await look({ name: `${String(place).padStart(2, '0')}-${name}`, main, modal });
  };

  await kiosk.screens().welcome.language(locale).click();
  await expect(welcome.heading).toBeVisible();
  await begun();
  await stop('welcome', welcome.main);
  await begin(screens);
  await stop('words-empty', words.main);
  await fillWords(screens, ESPRESSO, mouse);
  await stop('words', words.main);
  await words.main.click();
  await fillFeeling(screens, ESPRESSO, mouse);
  await stop('feeling', feeling.main);
  await feeling.main.click();
  await fillItem(screens, ESPRESSO, mouse);
  await stop('item', item.main);
  await item.main.click();
  await fillAttempts(screens, ESPRESSO, mouse);
  await stop('attempts', attempts.main);
  await attempts.main.click();
  await fillWishes(screens, ESPRESSO, mouse);
  await stop('wishes', wishes.main);
  await wishes.main.click();
  await fillContact(screens, ESPRESSO, mouse);
  await stop('contact', contact.main);
  await contact.main.click();
  await stop('read-back', readBack.main);
  await readBack.main.click();
  await expect(thanks.printing).toContainText(screens.names.thanks.preview);
  await stop('thanks', thanks.main);
  await thanks.showTicket.click();
  await expect(thanks.ticketPicture).toBeVisible();
  await stop('ticket', thanks.hideTicket, true);
  await thanks.hideTicket.click();
  await thanks.main.click();
  await kiosk.screens().welcome.language(locale).click();
  await begun();
  await walkDoors(kiosk, screens, stop);
  // Behind the staff's door it speaks the shop's language, whatever the customer chose.
  const { staff: ours } = kiosk.screens();
  await kiosk.page.keyboard.press('F9');
  await ours.health.click();
  await expect(ours.dialog.getByRole('term').first()).toBeVisible();
  await stop('staff', ours.main, true);
  await ours.main.click();
  await ours.toKiosk.click();
  await expect(staff.door).toBeHidden();
}
