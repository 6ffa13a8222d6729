import type { Told, Wish } from '../view.ts';
import { makeControls } from './controls.ts';
import { makePaper } from './paper.ts';

const paper = makePaper();
const show = makeControls((wish: Wish) => {
  void fetch('wish', { method: 'POST', body: JSON.stringify(wish) });
});
const events = new EventSource('events');
events.addEventListener('message', (message: MessageEvent<string>) => hear(JSON.parse(message.data) as Told));
// The printer ended, and with it whoever started it.
events.addEventListener('error', () => close());

function hear(told: Told): void {
  switch (told.kind) {
    case 'hello':
      return paper.reset(told.slips);
    case 'printer':
      return show(told.printer);
    case 'strip':
      return paper.grow(told.strip);
    case 'slip':
      return paper.finish(told.slip);
  }
}
