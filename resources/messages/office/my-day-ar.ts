import { plural } from '../plural.ts';
import type { MyDayMessages } from './my-day-en.ts';

/** The words of one's own screen, in Arabic. */
export const myDayAr: MyDayMessages = {
  unseen: (count) =>
    plural('ar', count, {
      zero: 'لا شيء لم تره',
      one: 'شيء واحد لم تره',
      two: 'شيئان لم ترهما',
      few: '# أشياء لم ترها',
      many: '# شيئًا لم تره',
      other: '# شيء لم تره',
    }),
  praise: {
    title: 'شكرًا',
    none: 'يظهر هنا شكر الزبائن لك بكلماتهم، وكذلك ما قالوه للجميع.',
    fresh: 'جديد',
    you: 'لك',
    everyone: 'للجميع',
    wordless: 'قالوا شكرًا من دون كلمات أخرى.',
    words: (place) => `كلمة شكر، ${place}`,
  },
  handedOver: {
    title: 'ما سُلِّم إليك',
    none: 'لا شيء ينتظرك. يظهر هنا ما يسلّمه إليك زميل مع سطره.',
    from: (name) => `من ${name}`,
    open: (number) => `فتح ${number}`,
    wordless: 'من دون سطر.',
  },
  hard: {
    title: 'محادثات صعبة اليوم',
    note: 'مطالبات لزبائن منزعجين أو غاضبين جدًا تعامل معها أحدنا اليوم. هي هنا حتى لا يحمل أحد أكثر مما يطيق.',
    carried: (count) =>
      plural('ar', count, {
        zero: 'لا شيء اليوم',
        one: 'واحدة اليوم',
        two: 'اثنتان اليوم',
        few: '# محادثات اليوم',
        many: '# محادثة اليوم',
        other: '# محادثة اليوم',
      }),
    nobody: 'لم يتحمّل أحد محادثة صعبة اليوم.',
    nobodyElse: 'لم يتحمّل أحد غيرهم محادثة صعبة اليوم.',
    yours: 'معك الآن',
    handOver: 'تسليم',
    handOverOf: (number) => `تسليم ${number}`,
    to: 'إلى من؟',
    line: 'سطر له (إن أردت)',
    handedTo: (name) => `هي الآن مع ${name} بكل ما فيها.`,
  },
  unfinished: {
    title: 'ما تُرك على الجهاز دون إكمال',
    none: 'يظهر هنا لمدة 24 ساعة ما كتبه زبون وتركه، ثم يُحذف.',
    note: 'قيل لهم إن الموظفين يستطيعون إيجاد هذا خلال 24 ساعة. فتحك له مسجَّل.',
    open: 'اقرأه',
    openOf: (time, place) => `اقرأه: ${place}، تُرك ${time}`,
    words: 'ما تُرك',
    quote: 'ما كتبه الزبون',
    back: 'رجوع إلى يومي',
    goOn: 'المتابعة مع الزبون',
    goOnNote: 'يفتح الجهاز بهذه الكلمات، والزبون يقرر ما يكون منها.',
    discard: 'تجاهل نهائي',
    discardTitle: 'لماذا تُحذف هذه الكلمات؟',
    reasons: {
      'customer-asked': 'طلب الزبون ذلك',
      'told-otherwise': 'قيل بطريقة أخرى: في مطالبة أو عند المنضدة',
      'no-story': 'ليست حكاية: جرّب أحدهم المفاتيح فقط',
    },
    discardIt: 'احذفها نهائيًا',
    discarded: 'حُذفت الكلمات نهائيًا.',
  },
};
