import type { claimHeadEn } from './claim-head-en.ts';

/** The head of a claim's page, in Arabic. */
export const claimHeadAr: typeof claimHeadEn = {
  steps: {
    'make-amends': 'قل فيمَ أخطأنا، وما الموعد الجديد',
    call: 'أجرِ المكالمة',
    'answer-request': 'أجب عمّا طُلب',
    understand: 'اكتب ما فهمتَه',
    'read-back': 'اقرأ على العميل ما فهمناه',
    tell: 'أخبر العميل',
    keep: 'أوفِ بما يحين موعده اليوم',
    'take-back': 'استعِد ما أعرناه',
    'chase-letter': 'اسأل عن جواب الرسالة',
    'ask-estimate': 'اطلب موافقته على التقدير',
    plan: 'اكتب خطتنا',
    close: 'أغلق المطالبة',
  },
  by: { phone: 'بالهاتف', email: 'بالبريد الإلكتروني', visit: 'يحضر بنفسه' },
  due: (due) => `موعده ${due}`,
  onThisPage: 'في هذه الصفحة',
  emptyPart: (title) => `${title} (لا شيء بعد)`,
};
