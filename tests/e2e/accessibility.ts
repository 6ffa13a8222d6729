import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Locale } from '../../src-main/domain/intake.ts';
import { test } from './fixtures.ts';
import type { Kiosk } from './kiosk.ts';
import type { TopBar } from './pages/top-bar.ts';
import { begin } from './stories.ts';
import { walk } from './walk.ts';

/**
 * Tests that every screen passes axe in a language, in light and high contrast; small type needs the most contrast,
 * and is what is asked for.
 */
export function testAccessibilityIn(locale: Locale): void {
  test(`axe finds nothing on any screen: ${locale}`, async ({ kiosk }) => {
    // Some twenty screens in two looks each.
    test.setTimeout(240_000);
    const found: string[] = [];
    const { bar } = kiosk.screens(locale);
    await walk(kiosk, locale, async ({ name, modal }) => {
      const check = async (look: string): Promise<void> => {
        found.push(...(await violations(kiosk, `${name}, ${look}`)));
      };
      if (modal) await check('as it is');
      else await inEveryLook(bar, check);
    });
    expect(found).toEqual([]);
  });

  test(`axe finds nothing on the dialogs in every look: ${locale}`, async ({ launch }) => {
    const kiosk = await launch({ locale });
    const screens = kiosk.screens(locale);
    await kiosk.page.clock.install();
    await kiosk.reload();
    const found: string[] = [];
    await begin(screens);
    await screens.words.words.fill('still here');
    await inEveryLook(screens.bar, async (look) => {
      await kiosk.page.clock.fastForward(61_000);
      await expect(screens.idle.dialog).toBeVisible();
      found.push(...(await violations(kiosk, `idle, ${look}`)));
      await screens.idle.main.click();
      await kiosk.page.keyboard.press('F9');
      await screens.staff.health.click();
      await expect(screens.staff.dialog.getByRole('term').first()).toBeVisible();
      found.push(...(await violations(kiosk, `staff, ${look}`)));
      await screens.staff.main.click();
      await screens.staff.toKiosk.click();
    });
    await screens.words.finish.click();
    await screens.readBack.main.click();
    await expect(screens.thanks.heading).toBeVisible();
    await inEveryLook(screens.bar, async (look) => {
      await screens.thanks.showTicket.click();
      await expect(screens.thanks.ticketPicture).toBeVisible();
      found.push(...(await violations(kiosk, `ticket, ${look}`)));
      await screens.thanks.hideTicket.click();
    });
    expect(found).toEqual([]);
  });
}

async function inEveryLook(bar: TopBar, check: (look: string) => Promise<void>): Promise<void> {
  await check('as it is');
  await bar.contrast.click();
  await check('high contrast');
  await bar.contrast.click();
}

/** Returns what axe complains about on what is shown now, with all of its rules. */
export async function violations({ page }: Kiosk, where: string): Promise<string[]> {
  await settled(page);
  // The ordinary mode opens a page of its own for the report, which no kiosk allows.
  const report = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return report.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${where}: ${id} (${help}) at ${node.target.join(' ')}`),
  );
}

/** Waits until fades have ended, whose half-way colours nobody chose, and until pictures have their size. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const fades = document
      .getAnimations()
      .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime));
    await Promise.allSettled([
      ...fades.map(({ finished }) => finished),
      ...Array.from(document.images, (image) => image.decode()),
    ]);
    // Two frames: what a size changes, such as whether a region scrolls, is known after it is drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
