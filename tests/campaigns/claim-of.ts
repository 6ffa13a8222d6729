import type { Instant, RequestId } from '../../src-main/domain/brand.ts';
import type { StoreCode } from '../../src-main/domain/claim-number.ts';
import { FIRST_PRINTER_ID } from '../../src-main/domain/printer.ts';
import type { TakeClaim } from '../../src-main/store/claim-store.ts';

const DAY_MS = 86_400_000;

/** Returns the words of a request: its own, in several scripts, and several pages long. */
export function wordsOf(requestId: RequestId): string {
  return `${requestId} it leaks 💧\r\nتسرّب الماء من تحتها\n${'水が漏れる again and again, '.repeat(120)}`;
}

/** Returns the claim of a request, which is the same at every call: a judge knows what must be there. */
export function claimToTake(requestId: RequestId): TakeClaim {
  return {
    intake: {
      requestId,
      locale: 'en',
      statement: wordsOf(requestId),
      feeling: { face: 'worried', words: 'a bit' },
      item: { name: 'Espresso machine', serial: requestId },
      attempts: [{ description: 'descaled it', outcome: 'no' }],
      wishes: { kinds: ['repair'], words: '' },
      contact: { name: '', phone: '', email: '', way: null },
    },
    storeCode: 'HEL' as StoreCode,
    printerId: FIRST_PRINTER_ID,
    compose: ({ number, takenAt }) => ({
      expectations: [{ kind: 'will', text: 'You will hear from us.', emphasis: '' }],
      promises: [
        { kind: 'next-update', text: 'News', owner: 'The counter', due: (takenAt + DAY_MS) as Instant },
      ],
      slip: JSON.stringify({ number }),
    }),
  };
}
