import type { Instant } from '../../src-main/domain/brand.ts';
import { hashPin } from '../../src-main/store/pin-hash.ts';
import { fillDemoStore } from './fill.ts';

// `node run.ts FOLDER` fills the folder with a demo store that lives now.
const SEED = 20_261_122;
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('which folder is the demo store to be in?');
await fillDemoStore({ folder, now: Date.now() as Instant, seed: SEED, hashPin });
