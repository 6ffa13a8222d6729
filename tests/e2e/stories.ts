import { expect } from '@playwright/test';
import type { Intake } from '../../src-main/domain/intake.ts';
import { mouse, type Hand } from './hands.ts';
import type { Screens } from './pages/screens.ts';

/** What a customer tells. */
export type Story = Omit<Intake, 'requestId' | 'locale'>;

/** The espresso machine of the design, told in full. */
export const ESPRESSO: Story = {
  statement:
    'I bought the espresso machine here in March and it leaks from the bottom every time it heats up. ' +
    'The kitchen floor is swelling and nobody could tell me whether it is safe to use.',
  feeling: { face: 'worried', words: 'Mostly about the floor.' },
  item: { name: 'Espresso machine, Lumo 3', serial: 'SN-44-12' },
  attempts: [
    { description: 'Descaling, twice', outcome: 'no' },
    { description: 'A new seal', outcome: 'a-little' },
  ],
  wishes: { kinds: ['repair', 'explanation'], words: 'Tell me if it is safe.' },
  contact: { name: 'Aino', phone: '040 555 0142', email: 'aino@example.org', way: 'phone' },
};

/** The same in few letters, for hands that take their time. */
export const SHORT_STORY: Story = {
  statement: 'It leaks.\nEvery time!',
  feeling: { face: 'upset', words: 'Not OK' },
  item: { name: 'Lumo 3', serial: 'SN-7' },
  attempts: [{ description: 'New seal', outcome: 'a-little' }],
  wishes: { kinds: ['repair', 'apology'], words: 'Soon' },
  contact: { name: 'Aino', phone: '040 1', email: 'a@b.fi', way: 'email' },
};

/** A claim of words alone. */
export function onlyWords(statement: string): Story {
  return {
    statement,
    feeling: { face: null, words: '' },
    item: { name: '', serial: '' },
    attempts: [],
    wishes: { kinds: [], words: '' },
    contact: { name: '', phone: '', email: '', way: null },
  };
}

/** Goes through screens 0 to 6 and stops at the read-back. */
export async function tell(screens: Screens, story: Story, hand: Hand = mouse): Promise<void> {
  await begin(screens, hand);
  await fillWords(screens, story, hand);
  await hand.press(screens.words.main);
  await expect(screens.feeling.heading).toBeVisible();
  await fillFeeling(screens, story, hand);
  await hand.press(screens.feeling.main);
  await expect(screens.item.heading).toBeVisible();
  await fillItem(screens, story, hand);
  await hand.press(screens.item.main);
  await expect(screens.attempts.heading).toBeVisible();
  await fillAttempts(screens, story, hand);
  await hand.press(screens.attempts.main);
  await expect(screens.wishes.heading).toBeVisible();
  await fillWishes(screens, story, hand);
  await hand.press(screens.wishes.main);
  await expect(screens.contact.heading).toBeVisible();
  await fillContact(screens, story, hand);
  await hand.press(screens.contact.main);
  await expect(screens.readBack.heading).toBeVisible();
}

/** Words, "Finish now", one confirmation. Stops at "Thank you" and returns the claim number. */
export async function tellAndFinish(
  screens: Screens,
  statement: string,
  hand: Hand = mouse,
): Promise<string> {
  await begin(screens, hand);
  await hand.write(screens.words.words, statement);
  await hand.press(screens.words.finish);
  return confirm(screens, hand);
}

/** "Yes, print my ticket"; returns the claim number as it is written, `HEL-1042-K`. */
export async function confirm({ readBack, thanks }: Screens, hand: Hand = mouse): Promise<string> {
  await hand.press(readBack.main);
  await expect(thanks.heading).toBeVisible();
  return ((await thanks.number.textContent()) ?? '').trim().replaceAll(' ', '-');
}

/** From the welcome screen to the words. */
export async function begin({ welcome, words }: Screens, hand: Hand = mouse): Promise<void> {
  await hand.press(welcome.main);
  await expect(words.words).toBeVisible();
}

/** Fills screen 1. */
export async function fillWords({ words }: Screens, story: Story, hand: Hand): Promise<void> {
  await hand.write(words.words, story.statement);
}

/** Fills screen 2. */
export async function fillFeeling(
  { feeling }: Screens,
  { feeling: { face, words } }: Story,
  hand: Hand,
): Promise<void> {
  if (face !== null) await hand.choose(feeling.face(face));
  if (words !== '') await hand.write(feeling.words, words);
}

/** Fills screen 3. */
export async function fillItem(
  { item }: Screens,
  { item: { name, serial } }: Story,
  hand: Hand,
): Promise<void> {
  if (name !== '') await hand.write(item.name, name);
  if (serial !== '') await hand.write(item.serial, serial);
}

/** Fills screen 4. */
export async function fillAttempts(
  { attempts }: Screens,
  { attempts: list }: Story,
  hand: Hand,
): Promise<void> {
  for (const [index, { description, outcome }] of list.entries()) {
    await hand.write(attempts.tried, description);
    if (outcome === 'not-said') throw new Error('what nobody said is not chosen');
    await hand.choose(attempts.helped(outcome));
    await hand.press(attempts.add);
    await expect(attempts.list).toHaveCount(index + 1);
  }
}

/** Fills screen 5. */
export async function fillWishes(
  { wishes }: Screens,
  { wishes: { kinds, words } }: Story,
  hand: Hand,
): Promise<void> {
  for (const kind of kinds) await hand.choose(wishes.wish(kind));
  if (words !== '') await hand.write(wishes.words, words);
}

/** Fills screen 6. */
export async function fillContact(
  { contact }: Screens,
  { contact: given }: Story,
  hand: Hand,
): Promise<void> {
  if (given.name !== '') await hand.write(contact.name, given.name);
  if (given.phone !== '') await hand.write(contact.phone, given.phone);
  if (given.email !== '') await hand.write(contact.email, given.email);
  if (given.way !== null) await hand.choose(contact.way(given.way));
}
