import type { SectionName, SettingsSections } from '../../src-main/contract/settings-api.ts';
import { LOCALES } from '../../src-main/domain/intake.ts';
import { callBridge } from './bridge.ts';
import { expect, test } from './fixtures.ts';
import { hire, MIKA } from './office.ts';
import { officeLook } from './office-look.ts';
import { Office } from './pages/office.ts';

const LINES: SettingsSections['expectations'] = [
  {
    kind: 'will',
    text: { en: 'lend you a machine by {due}, free of charge.', ar: 'بإعارتك آلة قبل {due} دون مقابل.' },
  },
  {
    kind: 'cannot',
    text: {
      en: 'that the maker repairs it for free. Parts and labour only after your yes.',
      ar: 'بأن يصلحها المصنع مجانًا. لا قطع ولا أجور إلا بعد موافقتك.',
    },
  },
];
/** The cards with something in them. */
const FILLED = {
  hours: [
    { opens: '09:00', closes: '18:00' },
    { opens: '09:00', closes: '18:00' },
    { opens: '09:00', closes: '18:00' },
    { opens: '09:00', closes: '18:00' },
    { opens: '09:00', closes: '18:00' },
    { opens: '10:00', closes: '14:00' },
    null,
  ],
  holidays: ['02-29', '05-01', '12-25', '2025-06-19', '2090-01-01', '2090-12-26'],
  itemKinds: [
    { words: ['coffee machine', 'espresso', 'آلة قهوة'], expectations: LINES },
    { words: ['bicycle', 'دراجة'], expectations: LINES.slice(1) },
  ],
} as const satisfies Partial<SettingsSections>;
const SECTIONS = [
  'store',
  'languages',
  'idle',
  'hours',
  'holidays',
  'nextUpdate',
  'warnings',
  'expectations',
  'itemKinds',
  'goodwill',
] as const satisfies readonly SectionName[];

for (const locale of LOCALES) {
  test(`the settings: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'settings');
    const kiosk = await launch({ locale });
    const { page } = kiosk;
    const mika = { ...MIKA, locale };
    await hire(page, [mika]);
    const office = new Office(page, locale);
    const words = office.m.office.settings;
    await office.enter(mika.name, mika.pin);
    for (const section of ['hours', 'holidays', 'itemKinds'] as const) {
      const change = { section, value: FILLED[section] } as never;
      expect(await callBridge(page, 'settings:change', change)).toMatchObject({ ok: true });
    }
    await office.screen('settings').click();
    for (const section of SECTIONS) {
      await office.setting(section).click();
      await expect(office.heading(words.sections[section].title)).toBeVisible();
      if (section === 'nextUpdate') await office.field(words.nextUpdate.days).fill('3');
      if (section === 'expectations') {
        await look(kiosk, { name: 'expectations-preview', main: office.button(words.lines.write) });
        await office.button(words.lines.write).click();
      }
      if (section === 'itemKinds') await office.field(words.preview.trying).fill('Espresso machine, Lumo 3');
      if (section === 'idle') {
        // What is wrong with a number is said beside it.
        await office.field(words.idle.kiosk).fill('7');
        await office.button(office.m.office.save).click();
        await expect(office.dialog).toContainText(words.outOf('30', '300'));
      }
      if (section === 'goodwill') {
        await office.dialog.getByRole('checkbox').first().check();
        await office.button(words.reset).click();
      }
      await look(kiosk, { name: section, main: office.button(office.m.office.back) });
      await office.button(office.m.office.back).click();
    }
    await look(kiosk, { name: 'overview', main: office.setting('store') });
    expect(found).toEqual([]);
  });
}
