import type { Locator } from '@playwright/test';
import { violations } from './accessibility.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA } from './office.ts';
import { Desk } from './pages/desk.ts';
import { ESPRESSO } from './stories.ts';

const HOUR_MS = 60 * 60_000;
const SIZE = { width: 1440, height: 900 };

/** The head of a claim's page. */
class Head extends Desk {
  get words(): Desk['m']['office']['claimHead'] {
    return this.m.office.claimHead;
  }

  get onThisPage(): Locator {
    return this.button(this.words.onThisPage);
  }

  get jumps(): Locator {
    return this.dialog.getByRole('navigation', { name: this.words.onThisPage, exact: true });
  }

  jump(title: string): Locator {
    return this.jumps.getByRole('button', { name: title, exact: true });
  }
}

test('the head of a claim leads from one thing to do to the next', async ({ launch }) => {
  const { page } = await launch({ size: SIZE });
  const desk = new Head(page);
  const { steps } = desk.words;
  const { listening, claimPage } = desk.m.office;
  await hire(page, [MIKA]);
  const number = await takeClaim(page, { ...ESPRESSO, contact: { ...ESPRESSO.contact, way: 'visit' } });
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.card(number).click();
  await expect(desk.section(claimPage.words.title(ESPRESSO.contact.name))).toContainText(desk.words.by.visit);

  const understanding = desk.form(listening.understanding.formTitle);
  await desk.button(steps.understand).click();
  await understanding.getByRole('textbox').fill('It leaks at the pump when it is hot.');
  await understanding.getByRole('button', { name: listening.understanding.keep }).click();
  await desk.button(steps['read-back']).click();
  await desk.button(listening.understanding.answers.confirmed).click();

  await desk.button(steps.plan).click();
  const plan = desk.section(listening.plan.title);
  await expect(plan.getByRole('textbox')).toBeInViewport();
  await plan.getByRole('textbox').fill('A new seal.');
  await plan.getByRole('button', { name: listening.plan.keep }).click();
  // What stands on the customer's paper is another now: the slip is offered first, and the next word to them after it.
  await desk.button(steps.tell).click();
  await expect(desk.form(claimPage.promises.keptTitle)).toBeInViewport();
});

test('a broken promise is one press away from being made good, wherever one has scrolled', async ({
  launch,
  claimDue,
}) => {
  const { dataFolder, number } = await claimDue(() => Date.now() - HOUR_MS);
  const { page } = await launch({ dataFolder, size: SIZE });
  const desk = new Head(page);
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.card(number).click();
  await desk.timeline.scrollIntoViewIfNeeded();
  await desk.button(desk.words.steps['make-amends']).click();
  await expect(desk.field(desk.m.office.claimPage.amends.sorry)).toBeFocused();
  await expect(desk.field(desk.m.office.claimPage.amends.sorry)).toBeInViewport();
});

test('every section of a claim is one jump away, by keyboard too, and says whether something is in it', async ({
  launch,
}) => {
  const kiosk = await launch({ size: SIZE });
  const { page } = kiosk;
  const desk = new Head(page);
  const { claimPage, listening } = desk.m.office;
  await hire(page, [MIKA]);
  const number = await takeClaim(page);
  await desk.enter(MIKA.name, MIKA.pin);
  await desk.card(number).click();
  await expect(desk.timeline).not.toBeInViewport();

  await desk.onThisPage.click();
  await expect(desk.jumps.getByRole('button').first()).toBeFocused();
  const sections = await desk.dialog.locator('section[data-part] h2').allTextContents();
  await expect(desk.jumps.getByRole('button')).toHaveText(sections);
  await expect(desk.jump(desk.words.emptyPart(listening.plan.title))).toBeVisible();
  expect(await violations(kiosk, 'on this page')).toEqual([]);
  await desk.jump(claimPage.timeline.title).press('Enter');
  await expect(desk.jumps).toHaveCount(0);
  await expect(desk.timeline).toBeInViewport();
  await expect(desk.timeline.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(desk.heading(number)).toBeInViewport();

  await desk.onThisPage.press('Enter');
  await expect(desk.jumps).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(desk.jumps).toHaveCount(0);
  await expect(desk.onThisPage).toBeFocused();

  await callBridge(page, 'staff:sign-out', null);
});
