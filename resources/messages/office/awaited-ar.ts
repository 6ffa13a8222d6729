import { plural } from '../plural.ts';
import type { awaitedEn } from './awaited-en.ts';

/** The words of what others owe us, in Arabic. */
export const awaitedAr: typeof awaitedEn = {
  title: 'ما نسأل عنه',
  yours: 'ما تنتظره',
  none: 'لا شيء خارج المتجر. يبقى هنا ما تعيره والرسائل التي ترسلها حتى يعود أو يأتي جوابها.',
  kinds: { loaner: 'معار', letter: 'رسالة' },
  due: {
    loaner: (time) => `يعود قبل ${time}`,
    letter: (time) => `جوابها قبل ${time}`,
  },
  late: {
    loaner: (time) => `متأخر منذ ${time}`,
    letter: (time) => `بلا جواب منذ ${time}`,
  },
  owner: (name) => `يسأل عنه ${name}`,
  more: (count) =>
    plural('ar', count, {
      zero: 'لا مزيد',
      one: 'عرض واحد آخر',
      two: 'عرض اثنين آخرين',
      few: 'عرض # أخرى',
      many: 'عرض # أخرى',
      other: 'عرض # أخرى',
    }),
};
