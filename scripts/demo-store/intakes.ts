import type { RequestId } from '../../src-main/domain/brand.ts';
import { WISHES, type Intake } from '../../src-main/domain/intake.ts';
import { BLENDER, ESPRESSO_LEAK, KETTLE } from './matters/kitchen.ts';
import { BICYCLE, LAMP, PHONE, RADIO, VACUUM } from './matters/home.ts';
import type { Language, Matter } from './matters/matter.ts';
import type { Random } from './random.ts';
import { VOICES } from './voices.ts';

/** How often each language and matter comes: English and the leaking espresso machine most of all. */
const SPOKEN: readonly Language[] = [
  'en',
  'en',
  'en',
  'en',
  'en',
  'fi',
  'fi',
  'ar',
  'ar',
  'es',
  'de',
  'fr',
  'ja',
];
const MATTERS: readonly Matter[] = [
  ...[ESPRESSO_LEAK, ESPRESSO_LEAK, ESPRESSO_LEAK, KETTLE, KETTLE, BLENDER],
  ...[VACUUM, VACUUM, RADIO, LAMP, BICYCLE, PHONE],
];

/** Somebody who comes to the kiosk, and what it is about. */
export interface Visit {
  readonly matter: Matter;
  readonly intake: Intake;
}

/** Returns the next one who comes. */
export function nextVisit(random: Random, newId: () => string): Visit {
  const language = random.pick(SPOKEN);
  const matter = random.pick(MATTERS);
  const voice = VOICES[language];
  const name = random.pick(voice.names);
  const isReachable = name !== '';
  const hasSerial = matter.serial !== '' && random.chance(0.6);
  // A quarter of them takes what the form offers and says no more.
  const tried = random.chance(0.7) ? (matter.tried[language] ?? []) : [];
  return {
    matter,
    intake: {
      requestId: newId() as RequestId,
      locale: language === 'ar' ? 'ar' : 'en',
      statement: [
        random.pick(voice.openings),
        random.pick(matter.told[language]),
        random.pick(voice.closings),
      ]
        .filter((part) => part !== '')
        .join(language === 'ja' ? '' : ' '),
      feeling: random.pick(voice.feelings),
      item: {
        name: random.pick(matter.items),
        serial: hasSerial ? `${matter.serial}${random.between(10_000, 99_999)}` : '',
      },
      attempts: tried,
      wishes: { kinds: random.chance(0.8) ? [random.pick(WISHES)] : [], words: '' },
      contact: {
        name,
        phone: isReachable ? `040 555 ${random.between(1_000, 9_999)}` : '',
        email: '',
        way: isReachable ? 'phone' : 'visit',
      },
    },
  };
}
