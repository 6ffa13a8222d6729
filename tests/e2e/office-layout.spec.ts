import { LOCALES } from '../../src-main/domain/intake.ts';
import { expect, test } from './fixtures.ts';
import { officeLook } from './office-look.ts';
import { walkOffice } from './office-walk.ts';

for (const locale of LOCALES) {
  test(`the back office: axe finds nothing, and nothing leaves the screen: ${locale}`, async ({
    launch,
    plugIn,
    newFolder,
  }) => {
    test.setTimeout(240_000);
    const { look, found } = officeLook(locale, 'office');
    await walkOffice({ locale, launch, plugIn, newFolder, look });
    expect(found).toEqual([]);
  });
}
