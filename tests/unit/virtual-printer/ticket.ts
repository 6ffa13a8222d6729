import { bytes, CUT, qr } from './bytes.ts';

const ESC = 0x1b;
const GS = 0x1d;
const LF = 0x0a;
const RULE = '-'.repeat(48);
const BOLD = bytes(ESC, 'E', 1);
const LIGHT = bytes(ESC, 'E', 0);

/** The ticket of the design, byte by byte, for 48 columns and page 1252. */
export const TICKET = bytes(
  ...[ESC, '@', ESC, 't', 16, ESC, 'a', 1, BOLD, 'HARBOUR STREET REPAIRS', LF, LIGHT],
  ...['12 Harbour Street ', 0xb7, ' 09 555 0100', LF, ESC, 'a', 0, RULE, LF],
  ...['YOUR CLAIM                Mon 23 Nov 2026, 10:42', LF],
  ...[GS, '!', 0x11, BOLD, 'HEL 1042 K', LF, LIGHT, GS, '!', 0, RULE, LF],
  ...[BOLD, 'IN YOUR WORDS', LF, LIGHT],
  ...['| I bought the espresso machine here in March', LF],
  ...['| and it leaks from the bottom every time it', LF],
  ...['| heats up. Le caf', 0xe9, ' est d', 0xe9, 'j', 0xe0, ' froid.', LF],
  ...['You feel: worried', LF],
  ...[BOLD, 'ALREADY TRIED', LIGHT, ', so nobody asks you again', LF],
  ...['  Descaling, twice: did not help', LF],
  ...[BOLD, 'WHAT WOULD MAKE IT RIGHT', LIGHT, LF],
  ...['  Repair ', 0xb7, ' Explanation', LF],
  ...['='.repeat(48), LF, BOLD, 'WHAT HAPPENS NEXT', LF],
  ...['[v] WE WILL', LIGHT, LF],
  ...['    call you by ', BOLD, 'TUE 24 NOV, 17:00', LIGHT, ', even if there', LF],
  ...['    is no news. Ask for Mika.', LF],
  ...[BOLD, '[~] WE WILL TRY', LIGHT, LF, '    to lend you a machine for Monday.', LF],
  ...[BOLD, '[-] WE CANNOT PROMISE', LIGHT, LF, '    that the repair is free.', LF],
  ...[BOLD, "[?] WE DON'T KNOW YET", LIGHT, LF],
  ...['    what causes the leak. You will have a plan', LF, '    by Tuesday.', LF, RULE, LF],
  ...[BOLD, 'WHAT IT MAY COST', LIGHT, LF],
  ...['  Parts and labour        only after your yes', LF],
  ...['  Finding the cause                 no charge', LF, RULE, LF],
  ...[ESC, 'a', 1, qr('HTTPS://K.EXAMPLE/C/HEL1042K?S=7F2KQ9', 6), ESC, 'd', 1],
  ...['Show this at the kiosk, any time.', LF, 'Secret  ', BOLD, '7F2 KQ9', LIGHT, LF, ESC, 'a', 0],
  ...['If we miss the date it is our mistake. Say the', LF],
  ...['number to any of us and we start with that.', LF],
  CUT,
);
