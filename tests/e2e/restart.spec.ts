import { addressOf, expect, test } from './fixtures.ts';
import { countClaims, keptClaims, keptUnfinished } from './kept.ts';
import { expectOnPaper } from './paper.ts';
import { begin, ESPRESSO, tell, tellAndFinish, confirm } from './stories.ts';
import { expectNoTraceInFolder, expectNoTraceOnScreen } from './traces.ts';

test('a kiosk that dies in the middle of a story starts at the welcome screen, with nothing of it', async ({
  launch,
  newFolder,
}) => {
  const dataFolder = await newFolder();
  const first = await launch({ dataFolder });
  await begin(first.screens());
  await first.screens().words.words.fill('Overheard by nobody: quincunx.');
  await expect(first.screens().words.main).toBeEnabled();
  await first.kill();

  const second = await launch({ dataFolder });
  await expect(second.screens().welcome.sentence).toBeVisible();
  await expect(second.screens().welcome.kept).toBeHidden();
  await expectNoTraceOnScreen(second, ['quincunx']);
  await begin(second.screens());
  await expect(second.screens().words.words).toHaveValue('');
  await second.close();
  await expectNoTraceInFolder(dataFolder, ['quincunx']);
  expect(countClaims(dataFolder)).toBe(0);
  expect(keptUnfinished(dataFolder)).toEqual([]);
});

test('a window whose renderer crashes comes back at the welcome screen, with nothing of the story', async ({
  launch,
  expectTrouble,
}) => {
  expectTrouble(/"event":"renderer-gone"/);
  const kiosk = await launch();
  await begin(kiosk.screens());
  await kiosk.screens().words.words.fill('The quincunx leaks.');
  // Playwright loses the page with its renderer, so the window itself is asked.
  await kiosk.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.once('did-finish-load', () => Object.assign(globalThis, { cameBack: true }));
    setTimeout(() => contents?.forcefullyCrashRenderer());
  });
  const state = (): Promise<unknown> =>
    kiosk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return {
        cameBack: 'cameBack' in globalThis,
        crashed: contents?.isCrashed(),
        loading: contents?.isLoading(),
      };
    });
  await expect.poll(state).toEqual({ cameBack: true, crashed: false, loading: false });
  // A question that falls between the two processes is never answered; the poll asks the next one.
  const seen = (): Promise<string> =>
    kiosk.app.evaluate(({ BrowserWindow }) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          `document.body.innerHTML + [...document.querySelectorAll('textarea')].map((field) => field.value)`,
        ) as Promise<string>,
        new Promise<string>((resolve) => setTimeout(resolve, 2_000, 'no answer')),
      ]),
    );
  await expect.poll(seen).toContain('Tell us in your own words.');
  expect(await seen()).not.toContain('quincunx');
});

test('a kiosk that dies on the read-back or after "Thank you" keeps exactly what was confirmed', async ({
  launch,
  newFolder,
}) => {
  const dataFolder = await newFolder();
  const first = await launch({ dataFolder });
  const number = await tellAndFinish(first.screens(), 'Confirmed.');
  await first.screens().thanks.main.click();
  await tell(first.screens(), { ...ESPRESSO, statement: 'Not confirmed.' });
  await first.kill();

  const second = await launch({ dataFolder });
  expect(keptClaims(dataFolder).map((claim) => [claim.number, claim.statement])).toEqual([
    [number, 'Confirmed.'],
  ]);
  const next = await tellAndFinish(second.screens(), 'The next one.');
  expect(keptClaims(dataFolder).map((claim) => claim.number)).toEqual([number, next]);
});

test('a ticket that waits for its printer survives a power cut and comes out once', async ({
  launch,
  newFolder,
  plugIn,
}) => {
  const printer = await plugIn();
  const options = { dataFolder: await newFolder(), printerUrl: addressOf(printer) };
  await printer.powerOff();
  const first = await launch(options);
  await tell(first.screens(), ESPRESSO);
  const number = await confirm(first.screens());
  await expect(first.screens().thanks.printing).toContainText(first.screens().names.thanks.trouble);
  await first.kill();

  await printer.powerOn();
  const second = await launch(options);
  const slip = await printer.waitForSlip(1);
  expectOnPaper(slip, [ESPRESSO.statement, number.replaceAll('-', ' ')]);
  await expect
    .poll(() => keptClaims(options.dataFolder)[0]?.jobs)
    .toMatchObject([{ state: 'printed', problem: null }]);
  await expect(second.screens().welcome.sentence).toBeVisible();
  // The next customer's ticket comes right after it: the first did not come out a second time.
  const next = await tellAndFinish(second.screens(), 'The next one.');
  const nextSlip = await printer.waitForSlip(2);
  expectOnPaper(nextSlip, ['The next one.', next.replaceAll('-', ' ')]);
  expect(printer.slips).toHaveLength(2);
  printer.assertClean();
});

test('a ticket that was being sent when the power failed comes out whole, as a copy of the torn one', async ({
  launch,
  newFolder,
  plugIn,
}) => {
  const printer = await plugIn();
  const options = { dataFolder: await newFolder(), printerUrl: addressOf(printer) };
  const statement = 'In the middle of printing. '.repeat(60).trim();
  printer.slowReader(400);
  const first = await launch(options);
  await tellAndFinish(first.screens(), statement);
  await printer.waitFor('the first lines', ({ current }) => current.text.includes('In the middle'));
  expect(keptClaims(options.dataFolder)[0]?.jobs).toMatchObject([{ state: 'sending' }]);
  await first.kill();

  await printer.powerOff();
  await printer.powerOn();
  printer.slowReader(Infinity);
  const second = await launch(options);
  await expect.poll(() => keptClaims(options.dataFolder)[0]?.jobs).toMatchObject([{ state: 'printed' }]);
  const whole = printer.slips.filter((slip) => slip.whole);
  expect(whole).toHaveLength(1);
  for (const slip of whole) expectOnPaper(slip, ['COPY 1', statement]);
  await expect(second.screens().welcome.sentence).toBeVisible();
});
