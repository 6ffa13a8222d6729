/** Pages that text is sent in, in the order of preference: Western Europe, then the more particular ones. */
export const CODE_PAGES = [
  'win1252',
  'cp858',
  'cp852',
  'win1250',
  'cp866',
  'win1251',
  'win1253',
  'cp737',
  'win1254',
  'win1257',
] as const;
/** The name of a page, as iconv-lite has it. */
export type CodePage = (typeof CODE_PAGES)[number];
