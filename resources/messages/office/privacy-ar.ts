import type { HeldKind, SamePerson } from '../../../src-main/domain/erasure.ts';
import type { PurgedKind, Retention } from '../../../src-main/domain/retention.ts';
import { plural } from '../plural.ts';
import type { privacyEn } from './privacy-en.ts';

const kinds: Readonly<Record<HeldKind, string>> = {
  contact: 'الاسم والهاتف والبريد الإلكتروني',
  words: 'كلماته هو',
  feelings: 'ما شعر به',
  tried: 'ما جُرّب',
  understandings: 'ما فهمناه',
  promises: 'الوعود وما يمكن توقعه',
  costs: 'التكاليف والتقديرات والمجاملات',
  notes: 'الملاحظات والخطط وما أُعير وما حدث',
  letters: 'الرسائل',
  slips: 'القسائم',
  files: 'الصور والملفات',
  pictures: 'صور القسائم على هذا الكشك',
  exports: 'ملفات في مجلد الحفظ على هذا الكشك',
  thanks: 'كلمات شكره',
};
const same: Readonly<Record<SamePerson, string>> = {
  name: 'الاسم نفسه',
  phone: 'الهاتف نفسه',
  email: 'البريد نفسه',
};
const claimsOf = (count: number): string =>
  plural('ar', count, {
    zero: 'أي مطالبة',
    one: 'مطالبة واحدة',
    two: 'مطالبتين',
    few: '# مطالبات',
    many: '# مطالبة',
    other: '# مطالبة',
  });
const days = (count: number): string =>
  plural('ar', count, {
    zero: 'بلا أيام',
    one: 'يوم واحد',
    two: 'يومان',
    few: '# أيام',
    many: '# يومًا',
    other: '# يوم',
  });
const fields: Readonly<Record<keyof Retention, { readonly label: string; readonly note: string }>> = {
  contactDays: {
    label: 'الاسم والهاتف والبريد، بعد إغلاق المطالبة',
    note: 'لم يعد أحد بحاجة إلى الاتصال. تبقى الكلمات من غير اسم صاحبها.',
  },
  wordsDays: {
    label: 'كل ما كُتب في مطالبة، بعد إغلاقها',
    note: 'بعدها تُمحى المطالبة: يبقى رقمها وتواريخها وأرقامها.',
  },
  pictureDays: {
    label: 'صور القسائم',
    note: 'الكشك الذي لا طابعة له يرسم قسائمه صورًا. والقسيمة نفسها تبقى مع المطالبة.',
  },
  exportDays: {
    label: 'ملفات في مجلد الحفظ على هذا الكشك',
    note: 'رسائل وملفات وجداول حفظها أحد على هذا الكشك. أما ما على قرص خارجي فحذفه عليكم.',
  },
  setAsideDays: {
    label: 'قواعد البيانات التي وُضعت جانبًا',
    note: 'ما حلّت نسخة احتياطية محله، يبقى لمن يريد أن يفحصه.',
  },
};
const purged: Readonly<Record<PurgedKind, (count: number) => string>> = {
  contacts: (count) => `بيانات الاتصال في ${claimsOf(count)}`,
  words: (count) => `كلمات ${claimsOf(count)}`,
  pictures: (count) =>
    plural('ar', count, {
      zero: 'لا صور',
      one: 'صورة واحدة',
      two: 'صورتان',
      few: '# صور',
      many: '# صورة',
      other: '# صورة',
    }),
  exports: (count) =>
    plural('ar', count, {
      zero: 'لا ملفات',
      one: 'ملف واحد',
      two: 'ملفان',
      few: '# ملفات',
      many: '# ملفًا',
      other: '# ملف',
    }),
  setAside: (count) =>
    plural('ar', count, {
      zero: 'لا قواعد بيانات',
      one: 'قاعدة بيانات واحدة',
      two: 'قاعدتا بيانات',
      few: '# قواعد بيانات',
      many: '# قاعدة بيانات',
      other: '# قاعدة بيانات',
    }),
};

/** What is held on a person, how it is taken out and erased, and for how long it is kept, in Arabic. */
export const privacyAr: typeof privacyEn = {
  title: 'الخصوصية',
  note: 'ما نحتفظ به عن هذا العميل، ليأخذه معه أو ليُمحى. يُطلب رمزك، ويُسجَّل ذلك.',
  look: 'عرض ما نحتفظ به',
  looking: 'نبحث في المطالبات…',
  held: 'في هذه المطالبة',
  nothing: 'لا شيء هنا يدل على صاحبها.',
  kinds,
  same,
  others: 'مطالبات أخرى قد تكون له',
  othersNote: 'حدّد ما هو له فقط. فالاسم وحده قد يكون لغيره.',
  noOthers: 'لا مطالبة أخرى بهذا الاسم أو الهاتف أو البريد.',
  other: (number, time) => `${number}، أُخذت ${time}`,
  firstWords: (number) => `أول كلمات ${number}`,
  open: 'ما زالت مفتوحة',
  take: {
    title: 'إخراج نسخة',
    note: 'كل ما في المطالبات المحددة في ملف واحد بلغة العميل: للقراءة، أو لنظام آخر. والصور والملفات بجانبه.',
    format: 'على شكل',
    pdf: 'ملف PDF للقراءة',
    json: 'ملف JSON للأجهزة',
    paper: 'الورق',
    a4: 'ورق A4',
    letter: 'ورق Letter',
    save: 'حفظ كل شيء',
  },
  erase: {
    title: 'المحو',
    start: 'محو نهائي…',
    ask: (count) => `هل تُمحى ${claimsOf(count)} نهائيًا؟`,
    goes: 'يزول نهائيًا: كل كلمة كتبها أو كتبناها، والأسماء والهاتف والبريد والأرقام التسلسلية والقسائم والرسائل، وصور المطالبة وملفاتها، وصور القسائم والملفات المحفوظة على هذا الكشك.',
    stays:
      'يبقى: الرقم والتواريخ، وهل أُوفي بالوعود، والمبالغ، والوجوه. تبقى التقارير كما هي، ويبقى السجل دليلًا على أن شيئًا آخر لم يتغير.',
    backups: (day) =>
      `تزول الصور والملفات من النسخ الاحتياطية مع النسخة التالية. أما الكلمات فتبقى في النسخ التي صُنعت قبل اليوم حتى ${day} على الأكثر، وإذا استُعيدت إحداها مُحي هذا من جديد قبل أن يأخذ الكشك أي مطالبة. وما طُبع أو حُفظ على قرص خارجي فليس لنا أن نمحوه.`,
    openFirst: 'ما زالت هذه المطالبة مفتوحة، وفيها ما نَدين به. أغلقها مع العميل، ثم يمكن محوها.',
    openOther: 'إحدى المطالبات المحددة ما زالت مفتوحة. أغلقها أولًا، أو ألغِ تحديدها.',
    confirm: 'رمزك يمحوها',
    action: 'محو نهائي',
  },
  gone: {
    asked: (day) => `مُحيت بطلب من العميل في ${day}`,
    age: (day) => `مُحيت في ${day}: مضى على إغلاقها ما نحتفظ فيه بالكلمات`,
    note: 'زال ما قيل وما كُتب هنا، وزال اسم صاحبه. تبقى التواريخ والأرقام لدفاتر المتجر.',
    taken: 'أُخذت',
    closed: 'أُغلقت',
    kept: 'وعود أُوفي بها',
    broken: 'وعود لم يُوفَ بها',
    charged: 'التكاليف',
    given: 'المجاملة الممنوحة',
    felt: 'ما شعر به',
  },
  contactGone: (day) => `مُحي الاسم والهاتف والبريد في ${day}: مضى على إغلاق المطالبة ما نحتفظ فيه بها.`,
  pages: {
    title: 'كل ما نحتفظ به عنك',
    made: (time) => `صُنع في ${time}`,
    note: 'هذا كل ما نحتفظ به عنك، بكلماتك وبكلماتنا، ومَن فعل ماذا ومتى. لك أن تطلب محوه في أي وقت.',
    who: 'مَن فعل ماذا',
    beside: (file) => `في الملف ${file} بجانب هذا الملف`,
    fileGone: 'لم يعد الملف نفسه موجودًا',
    removed: (time) => `أُزيل من المطالبة في ${time}`,
  },
  retention: {
    fields,
    days,
    never: 'دائمًا',
    unfinished: 'الكلمات التي تُركت قبل أن تكتمل تُحذف دائمًا بعد 24 ساعة.',
    backups: 'تبقى النسخ الاحتياطية حاملة لما مُحي ثمانية أسابيع أخرى على الأكثر، ثم تزول آخر نسخة تحمله.',
    night: 'كل ليلة في الثالثة، أو عند تشغيل الكشك بعدها.',
    none: 'لم تعمل الإزالة الليلية بعد. ما تزيله سيُعدّ هنا.',
    last: (day, list) => `الليلة الماضية (${day}): ${list}.`,
    lastNothing: (day) => `الليلة الماضية (${day}): لم يكن هناك ما يُزال.`,
    running: (day) => `يجري العمل على ليلة ${day}.`,
    purged,
    summary: (contact, words) => `بيانات الاتصال: ${contact} · الكلمات: ${words}`,
  },
};
