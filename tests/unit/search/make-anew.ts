// A kiosk of its own that gives its index up and makes it anew, for tests that kill it in the middle: it says the step
// that it has done on stdout. `node make-anew.ts FILE`
import { writeSync } from 'node:fs';
import { createIndexWriter } from '../../../src-main/search/index-writer.ts';
import { openDatabase } from '../../../src-main/store/open-database.ts';
import { value } from '../store/support.ts';

const [, , file = ''] = process.argv;
const opened = value(openDatabase({ file, now: () => Date.now() as never }));
const writer = createIndexWriter(opened.db);
writer.reset();
for (let step = 1, isDone = false; !isDone; step++) {
  isDone = writer.step(0).done;
  writeSync(1, `${step}\n`);
}
opened.close();
