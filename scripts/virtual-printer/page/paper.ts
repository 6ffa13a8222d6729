import type { SlipView, StripView } from '../view.ts';
import { byId, element, lessMotion } from './elements.ts';
import { fateWords, paperName } from './words.ts';

const FRAME_MS = 40;
const TEAR_OFF_MS = 300;
/** More than this at once is paper that nobody saw come. */
const LONGEST_STEP_MM = 30;
/** A slip that is looked at is larger than paper, which is hard to read on a screen. */
const VIEWER_SCALE = 1.6;

/** The paper that hangs in the printer, and the slips that came off. */
export interface Paper {
  /** Puts another strip below the paper, as it comes out of the slot. */
  grow(strip: StripView): void;
  /** The paper was cut, or torn: it hangs there until somebody tears it off, or the next one comes. */
  finish(slip: SlipView): void;
  /** Begins anew, with these in the pile. */
  reset(slips: readonly SlipView[]): void;
}

interface Hanging {
  readonly paper: number;
  readonly sheet: HTMLElement;
  readonly slip: SlipView | null;
}

/** Returns the paper of the page. */
export function makePaper(): Paper {
  const mouth = byId('mouth');
  const pile = byId('slips');
  const viewer = byId<HTMLDialogElement>('slip');
  const tear = byId<HTMLButtonElement>('tear-off');
  let hanging: Hanging | null = null;
  tear.addEventListener('click', () => tearOff());

  function hang(next: Hanging | null): void {
    hanging = next;
    tear.disabled = next?.slip === undefined || next.slip === null;
  }

  function newSheet(widthMm: number): HTMLElement {
    tearOff();
    const sheet = element('div', { className: 'sheet', role: 'img' });
    sheet.style.width = `${widthMm}mm`;
    mouth.append(sheet);
    return sheet;
  }

  /** Lets the paper fall, and puts it on the pile where it is a slip. */
  function tearOff(): void {
    if (hanging === null) return;
    const { sheet, slip } = hanging;
    hang(null);
    if (slip) put(slip);
    sheet.ariaHidden = 'true';
    if (lessMotion()) return sheet.remove();
    const fall = sheet.animate([{}, { transform: 'translate(60%, 30%) rotate(8deg)', opacity: 0 }], {
      duration: TEAR_OFF_MS,
      easing: 'ease-in',
    });
    void fall.finished.then(() => sheet.remove());
  }

  function put(slip: SlipView): void {
    byId('no-slips').hidden = true;
    const number = /^.*\b([A-Z][A-Z0-9]{1,5} \d+ [0-9A-Z])$/m.exec(slip.text)?.[1] ?? '';
    const name = [`Slip ${slip.id}`, number].filter(Boolean).join(', ');
    const picture = element('img', { src: slip.picture, alt: slip.text });
    const button = element('button', { type: 'button' }, [
      element('span', { className: 'name' }, [name]),
      element('span', { className: 'what' }, [fateWords(slip)]),
    ]);
    button.addEventListener('click', () => show(slip, name));
    const item = element('li', { value: slip.id }, [
      element('div', { className: 'peek' }, [picture]),
      button,
    ]);
    item.dataset['fate'] = slip.fate;
    pile.prepend(item);
  }

  function show(slip: SlipView, name: string): void {
    byId('slip-title').textContent = `${name} (${fateWords(slip)})`;
    const picture = byId<HTMLImageElement>('slip-picture');
    picture.src = slip.picture;
    picture.alt = slip.text;
    picture.style.width = `${slip.widthMm * VIEWER_SCALE}mm`;
    viewer.showModal();
  }

  return {
    grow(strip) {
      const sheet = hanging?.paper === strip.paper ? hanging.sheet : newSheet(strip.widthMm);
      if (hanging === null) hang({ paper: strip.paper, sheet, slip: null });
      sheet.ariaLabel = paperName(strip.text);
      const image = element('img', { src: strip.picture, alt: '' });
      image.style.height = `${strip.heightMm}mm`;
      sheet.append(image);
      // Paper does not jump: it moves for as long as the next strip takes to come.
      if (!lessMotion() && strip.heightMm < LONGEST_STEP_MM) {
        sheet.animate([{ transform: `translateY(${strip.heightMm}mm)` }, {}], FRAME_MS);
      }
    },
    finish(slip) {
      const sheet = hanging && !hanging.slip ? hanging.sheet : newSheet(slip.widthMm);
      hang({ paper: hanging?.paper ?? 0, sheet, slip });
      sheet.ariaLabel = paperName(slip.text);
      // The whole of it: the last strips were cut off before they were told.
      const picture = element('img', { src: slip.picture, alt: '' });
      void picture.decode().then(() => {
        sheet.classList.add('off');
        sheet.replaceChildren(picture);
      });
    },
    reset(slips) {
      mouth.replaceChildren();
      pile.replaceChildren();
      hang(null);
      byId('no-slips').hidden = false;
      for (const slip of slips) put(slip);
    },
  };
}
