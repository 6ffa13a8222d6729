import { FAULTS, MODELS, SPEEDS, type PrinterView, type Wish } from '../view.ts';
import { byId, element } from './elements.ts';
import { factsOf, FAULT_WORDS, MODEL_WORDS, speedWords, stateWords } from './words.ts';

/** Builds the buttons and choices; `wish` carries a wish to the printer. Returns the function that shows its state. */
export function makeControls(wish: (wish: Wish) => void): (printer: PrinterView) => void {
  const buttons = FAULTS.map((fault) => {
    const { name, what } = FAULT_WORDS[fault];
    const described = element('span', { className: 'what', id: `${fault}-what` }, [what]);
    const button = element('button', { type: 'button', ariaPressed: 'false' }, [name]);
    // What it does is said after the name, not as a part of it.
    button.setAttribute('aria-describedby', described.id);
    button.addEventListener('click', () => wish({ kind: 'fault', fault, on: button.ariaPressed !== 'true' }));
    return { fault, button, card: element('div', { className: 'fault' }, [button, described]) };
  });
  byId('faults').append(...buttons.map(({ card }) => card));

  const model = byId<HTMLSelectElement>('model');
  model.append(...MODELS.map((value) => element('option', { value }, [MODEL_WORDS[value]])));
  model.addEventListener('change', () => {
    const chosen = MODELS.find((each) => each === model.value);
    if (chosen) wish({ kind: 'model', model: chosen });
  });
  const speed = byId<HTMLSelectElement>('speed');
  speed.append(...SPEEDS.map((value) => element('option', { value: String(value) }, [speedWords(value)])));
  speed.addEventListener('change', () => {
    const chosen = SPEEDS.find((each) => String(each) === speed.value);
    if (chosen !== undefined) wish({ kind: 'speed', speed: chosen });
  });

  return (printer) => {
    for (const { fault, button } of buttons) button.ariaPressed = String(printer.faults.includes(fault));
    model.value = printer.model.id;
    speed.value = String(printer.speed);
    showState(printer);
  };
}

function showState(printer: PrinterView): void {
  const { text, tone } = stateWords(printer);
  const state = byId('state');
  // Said again only when it is another.
  if (state.textContent !== text) state.textContent = text;
  state.dataset['tone'] = tone;
  byId('facts').textContent = factsOf(printer);
  byId('model-name').textContent = printer.model.name;
  const lamps = byId('lamps').dataset;
  lamps['power'] = String(tone !== 'off');
  lamps['error'] = String(tone === 'stopped');
  lamps['paper'] = String(
    printer.faults.some((fault) => fault === 'paper-out' || fault === 'paper-near-end'),
  );
  const complaints = byId('complaints');
  complaints.hidden = printer.complaints.length === 0;
  const heading = element('h2', {}, ['Not understood']);
  complaints.replaceChildren(heading, ...printer.complaints.map((each) => element('p', {}, [each])));
}
