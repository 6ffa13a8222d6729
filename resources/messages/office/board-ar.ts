import { plural } from '../plural.ts';
import type { BoardMessages } from './board-en.ts';

/** The words of the board, in Arabic. */
export const boardAr: BoardMessages = {
  title: 'الوعود',
  whose: 'وعود مَن',
  mine: 'وعودي',
  everyone: 'الجميع',
  lanes: {
    broken: 'أخلفناها',
    'due-today': 'موعدها اليوم',
    'coming-up': 'قادمة',
    waiting: 'في الانتظار',
    new: 'جديدة',
  },
  empty: {
    broken: 'لم نُخلف أي وعد. كل وعد يفوت موعده يظهر هنا تلقائيًا.',
    'due-today': 'لا موعد اليوم. يظهر هنا كل ما يحين موعده قبل منتصف الليل.',
    'coming-up': 'تظهر هنا المطالبات التي نعمل عليها، والأقرب موعدًا في الأعلى.',
    waiting: 'تظهر هنا المطالبات التي تنتظر العميل أو المورّد.',
    new: 'كل مطالبة يرويها عميل للجهاز تظهر هنا تلقائيًا.',
  },
  status: {
    new: 'جديدة',
    'in-work': 'قيد العمل',
    'waiting-customer': 'بانتظار العميل',
    'waiting-supplier': 'بانتظار المورّد',
    closed: 'مغلقة',
  },
  nextUpdate: 'التحديث القادم',
  noPromise: 'لم نَعِد بشيء بعد',
  keptBy: (name) => `المسؤول: ${name}`,
  more: (lane) => `عرض المزيد: ${lane}`,
  soon: (minutes) =>
    plural('ar', minutes, {
      zero: 'حان موعدها',
      one: 'موعدها خلال دقيقة واحدة',
      two: 'موعدها خلال دقيقتين',
      few: 'موعدها خلال # دقائق',
      many: 'موعدها خلال # دقيقة',
      other: 'موعدها خلال # دقيقة',
    }),
  soonOne: (time, number, owner) => `${number}: موعده ${time}، يفي به ${owner}`,
};
