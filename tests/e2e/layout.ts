import { expect, type Locator } from '@playwright/test';
import type { Locale } from '../../src-main/domain/intake.ts';
import { test } from './fixtures.ts';
import type { Kiosk } from './kiosk.ts';
import { takePicture } from './pictures.ts';
import { walk, type Stop } from './walk.ts';

/** An upright kiosk, a lying one, and the smallest that we promise. */
const SIZES = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
] as const;
/** A finger's width in CSS pixels, as the design has it for 1080 × 1920. */
const TARGET_PX = 64;
/** Taps on "Text size" from 100 % to 200 %. */
const TO_200 = 3;

/** Tests that nothing that can be pressed leaves the screen, in a language, at 100 % and 200 % text. */
export function testLayoutIn(locale: Locale): void {
  for (const textSize of [100, 200] as const) {
    test(`buttons stay on the screen and the main action in sight: ${locale}, ${textSize} %`, async ({
      kiosk,
    }) => {
      test.setTimeout(240_000);
      const found: string[] = [];
      const enlarge = async (): Promise<void> => {
        const taps = textSize === 200 ? TO_200 : 0;
        for (let tap = 0; tap < taps; tap += 1) await kiosk.screens(locale).bar.textSize.click();
      };
      const look = async (stop: Stop): Promise<void> => {
        for (const { width, height } of SIZES) {
          await kiosk.resize(width, height);
          const where = `${stop.name} ${width}×${height}`;
          const strict = width === 1080 && textSize === 100;
          found.push(...(await complaints(kiosk, stop.main, strict)).map((text) => `${where}: ${text}`));
          await takePicture(kiosk.page, 'screens', `${stop.name}-${locale}-${textSize}-${width}x${height}`);
        }
        await kiosk.resize(SIZES[0].width, SIZES[0].height);
      };
      await walk(kiosk, locale, look, enlarge);
      expect(found).toEqual([]);
    });
  }
}

/** Returns what is wrong with where things stand; `main` is what has to be in sight, or null for nothing. */
export async function complaints({ page }: Kiosk, main: Locator | null, strict: boolean): Promise<string[]> {
  const element = await main?.elementHandle();
  return page.evaluate(
    async ({ mainAction, wanted, targetPx }) => {
      // Two frames: what depends on the size of the window is drawn.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const wrong: string[] = [];
      const { innerWidth: width, innerHeight: height } = window;
      // The last one lies on top.
      const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
      const targets = [...root.querySelectorAll<HTMLElement>('button, input, textarea')].filter((each) =>
        each.checkVisibility(),
      );
      const nameOf = (each: Element): string =>
        `"${each.getAttribute('aria-label') ?? (each.textContent?.trim() || each.getAttribute('name')) ?? each.id}"`;
      const scrollerOf = (each: Element): Element | undefined => {
        for (let at = each.parentElement; at; at = at.parentElement) {
          const { overflowY } = getComputedStyle(at);
          if (/auto|scroll/.test(overflowY) && at.scrollHeight > at.clientHeight + 1) return at;
        }
        return undefined;
      };
      /** What moves together: the scroller, or a head that stays in sight while the rest passes beneath it. */
      const planeOf = (each: Element): Element | undefined => {
        for (let at = each.parentElement; at; at = at.parentElement) {
          if (getComputedStyle(at).position === 'sticky') return at;
        }
        return scrollerOf(each);
      };
      // Words that end in an ellipsis go on where nobody sees them.
      const seen = (text: DOMRect, parent: Element | null, until: Element): DOMRect => {
        let { left, right, top, bottom } = text;
        for (let at = parent; at && at !== until; at = at.parentElement) {
          if (getComputedStyle(at).overflow === 'visible') continue;
          const clip = at.getBoundingClientRect();
          [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
          [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
        }
        return new DOMRect(left, top, right - left, bottom - top);
      };
      const textBoxes = (each: Element): DOMRect[] => {
        const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
        const boxes: DOMRect[] = [];
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
          const range = document.createRange();
          range.selectNodeContents(node);
          boxes.push(seen(range.getBoundingClientRect(), node.parentElement, each));
        }
        return boxes.filter(({ width: wide }) => wide > 0);
      };
      // A font's own height is more than that of its lines where these are set close.
      const leaves = (text: DOMRect, box: DOMRect): boolean =>
        text.left < box.left - 2 || text.right > box.right + 2 || text.height > box.height * 1.2;
      for (const target of targets) {
        const box = target.getBoundingClientRect();
        if (box.left < -1 || box.right > width + 1)
          wrong.push(`${nameOf(target)} leaves the screen sideways`);
        const scrolls = scrollerOf(target);
        if (!scrolls && (box.top < -1 || box.bottom > height + 1)) {
          wrong.push(`${nameOf(target)} leaves the screen at the top or bottom`);
        }
        if (target instanceof HTMLButtonElement && textBoxes(target).some((text) => leaves(text, box))) {
          wrong.push(`${nameOf(target)} does not hold its own text`);
        }
        if (targetPx > 0 && (box.width < targetPx || box.height < targetPx)) {
          wrong.push(
            `${nameOf(target)} is ${Math.round(box.width)}×${Math.round(box.height)}, too small to touch`,
          );
        }
      }
      const boxes = targets.map((each) => [each, each.getBoundingClientRect(), planeOf(each)] as const);
      for (const [index, [first, a, plane]] of boxes.entries()) {
        for (const [second, b, otherPlane] of boxes.slice(index + 1)) {
          // What scrolls may pass beneath what does not; what scrolls together lies side by side.
          if (plane !== otherPlane) continue;
          const apart =
            a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
          if (!apart) wrong.push(`${nameOf(first)} and ${nameOf(second)} lie over each other`);
        }
      }
      const box = mainAction?.getBoundingClientRect();
      if (!wanted) {
        // Nothing in particular has to be in sight.
      } else if (
        !mainAction ||
        !box ||
        box.top < 0 ||
        box.left < 0 ||
        box.bottom > height ||
        box.right > width
      ) {
        wrong.push('the main action is not wholly in sight');
      } else {
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        if (!top || !mainAction.contains(top)) wrong.push('the main action is covered');
      }
      for (const each of root.querySelectorAll<HTMLElement>('.more-fades')) {
        const { scrollHeight: high, clientHeight, clientWidth } = each;
        const style = getComputedStyle(each);
        const fade = ['--more-above', '--more-below'].map((side) => parseFloat(style.getPropertyValue(side)));
        if (high > clientHeight + 1 && Math.max(...fade) === 0)
          wrong.push('what goes on below does not fade out');
        if (each.scrollWidth > clientWidth) wrong.push('something scrolls sideways');
      }
      const { scrollWidth, scrollHeight } = document.documentElement;
      if (scrollWidth > width || scrollHeight > height) wrong.push('the page itself scrolls');
      return wrong;
    },
    { mainAction: element ?? null, wanted: main !== null, targetPx: strict ? TARGET_PX : 0 },
  );
}
