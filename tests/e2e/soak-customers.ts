import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { RequestId } from '../../src-main/domain/brand.ts';
import type { Intake, Locale } from '../../src-main/domain/intake.ts';
import { wholeNumbersOf } from '../fixtures/random.ts';

/** Customers of an accelerated shop, by the page's own calls. */
export interface Customers {
  /**
   * Sends so many claims, evenly over so many seconds and one after the other; who is signed in voids the slips of all but
   * one in so many. Returns the milliseconds of each call, and of calls between them that keep nothing.
   */
  come(
    round: Round,
  ): Promise<{ readonly submits: readonly number[]; readonly roundTrips: readonly number[] }>;
  /** What was acknowledged: request id and number. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** What was asked for, by request id. */
  wordsOf(requestId: string): string | undefined;
  /** Refusals, in the kiosk's words. There must be none. */
  readonly refused: readonly string[];
}

interface Round {
  readonly count: number;
  readonly seconds: number;
  readonly printOneIn: number;
}

/** What the page hands back of one claim. */
interface Told {
  readonly requestId: string;
  readonly number: string | null;
  readonly detail: string;
  readonly ms: number;
  /** Null where none was made. */
  readonly roundTripMs: number | null;
}

/** Most write in Latin letters, which a printer has; the others are drawn. */
const LANGUAGES: readonly (readonly [locale: Locale, syllables: string])[] = [
  ...Array<readonly [Locale, string]>(8).fill(['en', 'ka lo mi ter bra sen vu dol pra ni gor shi lem fa ux']),
  ['en', '水 漏 音 熱 止 床 が の に た'],
  ['ar', 'با در سم نو كل من في ما لا'],
];
const WORDS = 20_000;
const FACES = ['calm', 'worried', 'disappointed', 'upset', 'furious', null] as const;

/** Returns customers of that page; the same seed lets them say the same. */
export function customersOf(page: Page, seed: number): Customers {
  const pick = wholeNumbersOf(seed);
  const languages = LANGUAGES.map(([locale, syllables]) => ({
    locale,
    words: wordsOf(syllables.split(' ')),
  }));
  const acknowledged = new Map<string, string>();
  const asked = new Map<string, string>();
  const refused: string[] = [];

  function wordsOf(syllables: readonly string[]): readonly string[] {
    const word = (): string =>
      Array.from({ length: 1 + pick(4) }, () => syllables[pick(syllables.length)]).join('');
    return Array.from({ length: WORDS }, word);
  }

  function nextIntake(): Intake {
    const { locale = 'en', words = [] } = languages[pick(languages.length)] ?? {};
    /** As words are: a few of them again and again, most of them seldom. */
    const say = (count: number): string =>
      Array.from(
        { length: count },
        () => words[Math.min(pick(WORDS), pick(WORDS), pick(WORDS), pick(WORDS))],
      ).join(' ');
    const requestId = randomUUID() as RequestId;
    const statement = say(15 + pick(60));
    asked.set(requestId, statement);
    return {
      requestId,
      locale,
      statement,
      feeling: { face: FACES[pick(FACES.length)] ?? null, words: pick(4) === 0 ? say(5) : '' },
      item: { name: say(2), serial: pick(2) === 0 ? `SN-${pick(100_000)}` : '' },
      attempts: pick(3) === 0 ? [{ description: say(6), outcome: 'no' }] : [],
      wishes: { kinds: pick(2) === 0 ? ['repair'] : ['refund', 'explanation'], words: '' },
      contact: { name: say(2), phone: `040 ${pick(10_000_000)}`, email: '', way: 'phone' },
    };
  }

  return {
    acknowledged,
    wordsOf: (requestId) => asked.get(requestId),
    refused,
    async come({ count, seconds, printOneIn }) {
      const told = await page.evaluate(sendEach, {
        intakes: Array.from({ length: count }, nextIntake),
        everyMs: (seconds * 1_000) / count,
        printOneIn,
      });
      for (const { requestId, number, detail } of told) {
        if (number === null) refused.push(detail);
        else acknowledged.set(requestId, number);
      }
      return {
        submits: told.map(({ ms }) => ms),
        roundTrips: told.flatMap(({ roundTripMs }) => roundTripMs ?? []),
      };
    },
  };
}

/** Runs in the page. Who comes too late because the one before took long is served at once. */
async function sendEach(given: {
  readonly intakes: readonly Intake[];
  readonly everyMs: number;
  readonly printOneIn: number;
}): Promise<readonly Told[]> {
  const bridge = window.inYourWords;
  const timed = async <T>(work: Promise<T>): Promise<readonly [T, number]> => {
    const began = performance.now();
    return [await work, performance.now() - began];
  };
  const told: Told[] = [];
  const began = performance.now();
  for (const [index, intake] of given.intakes.entries()) {
    const early = began + index * given.everyMs - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    const isPrinted = index % given.printOneIn === 0;
    const roundTripMs = isPrinted ? (await timed(bridge.call('kiosk:open', null)))[1] : null;
    const [answer, ms] = await timed(bridge.call('claim:submit', intake));
    const { requestId } = intake;
    if (answer.ok) {
      told.push({ requestId, number: answer.value.number, detail: '', ms, roundTripMs });
      // Where nobody is signed in just now, or the printer was quicker, it is printed.
      if (!isPrinted) {
        await bridge.call('paper:void', {
          jobId: answer.value.print.jobId,
          reason: 'More than a printer can print.',
        });
      }
    } else {
      const { code, detail } = answer.error;
      told.push({ requestId, number: null, detail: `${code} ${detail}`, ms, roundTripMs });
    }
  }
  return told;
}
