import { randomUUID } from 'node:crypto';
import { LOCALES } from '../../src-main/domain/intake.ts';
import { callBridge } from './bridge.ts';
import { takeClaim } from './claims.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA, SANNA } from './office.ts';
import { officeLook } from './office-look.ts';
import { MyDayScreen } from './pages/my-day.ts';
import { SHORT_STORY } from './stories.ts';

const LONG = `The dryer smells of burning plastic, only on Sundays. ${'I know how it sounds. '.repeat(20)}`;

for (const locale of LOCALES) {
  test(`one's own day: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'my-day');
    const kiosk = await launch({ locale });
    const { page } = kiosk;
    await hire(page, [
      { ...MIKA, locale },
      { ...SANNA, locale },
    ]);
    const desk = new MyDayScreen(page, locale);
    const words = desk.m.office.myDay;
    await desk.enter(MIKA.name, MIKA.pin);
    await desk.screen('mine').click();
    await expect(desk.praise).toContainText(words.praise.none);
    await look(kiosk, { name: 'my-day-empty', main: desk.signOut });

    // On another screen, so that nothing is seen before its time.
    await desk.screen('board').click();
    const people = await callBridge(page, 'thanks:people', null);
    const mika = people.ok ? people.value.find(({ name }) => name === MIKA.name)?.id : undefined;
    if (mika === undefined) throw new Error('Mika does not work there');
    for (const [to, text, language] of [
      [mika, 'You listened to all of it, and you called when you said that you would. Thank you.', 'en'],
      [null, 'شكرًا لكم جميعًا على صبركم.', 'ar'],
      [mika, '', 'en'],
    ] as const) {
      const given = { requestId: randomUUID() as never, to, words: text, locale: language, lookId: null };
      expect(await callBridge(page, 'thanks:give', given)).toMatchObject({ ok: true });
    }
    for (const [statement, language] of [
      [LONG, 'en'],
      ['الغسالة لا تعمل', 'ar'],
    ] as const) {
      const left = { requestId: randomUUID() as never, locale: language, statement };
      expect(await callBridge(page, 'unfinished:keep', left)).toMatchObject({ ok: true });
    }
    for (const line of ['She was here twice already. Please call her before noon.', '']) {
      const number = await takeClaim(page, SHORT_STORY);
      const board = await callBridge(page, 'board:view', { who: 'all' });
      const claimId = board.ok
        ? board.value.lanes
            .flatMap(({ cards }) => cards)
            .find((card) => card.number === number.replaceAll(' ', '-'))?.claimId
        : undefined;
      if (claimId === undefined) throw new Error('the claim is not on the board');
      expect(await callBridge(page, 'claim:note', { claimId, kind: 'call', text: 'Called.' })).toMatchObject({
        ok: true,
      });
      expect(await callBridge(page, 'claim:hand-over', { claimId, to: mika, line })).toMatchObject({
        ok: true,
      });
    }
    await expect(desk.screen('mine')).toHaveAccessibleDescription(words.unseen(5));
    await desk.screen('mine').click();
    await expect(desk.praise.getByRole('blockquote')).toHaveCount(2);
    await look(kiosk, { name: 'my-day', main: desk.signOut });
    await desk.hard.getByRole('button', { name: words.hard.handOver }).first().click();
    await look(kiosk, { name: 'my-day-hand-over', main: null });
    await desk.unfinished.getByRole('button').first().click();
    await expect(desk.dialog.getByRole('blockquote')).toHaveText(LONG);
    await look(kiosk, { name: 'unfinished', main: desk.button(words.unfinished.goOn) });
    await desk.button(words.unfinished.discard).click();
    await look(kiosk, { name: 'unfinished-discard', main: desk.button(words.unfinished.back) });
    expect(found).toEqual([]);
  });
}
