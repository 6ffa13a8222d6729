import { buildApp } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { runScript } from './lib/log.mjs';
import { NODE_24, inRoot } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { setUp } from './lib/set-up.mjs';
import { makeDemoStore } from './demo-store/start.mjs';

// An upright kiosk screen, and as wide as a desk's.
const SCREEN = { width: 1920, height: 1920 };

/** `npm run pictures` takes the README's pictures anew, of the app as it is: docs/pictures/{words,ticket,board}.png. */
await runScript(async () => {
  const { runtime } = await setUp();
  await buildApp();
  const store = await makeDemoStore({ anew: true });
  const display = await openDisplay(SCREEN);
  try {
    const env = toolEnvironment({ ...display.env, IYW_ELECTRON_PATH: runtime.executable });
    const take = inRoot('scripts', 'pictures', 'take.mjs');
    process.exitCode = await runInForeground(NODE_24, [take, store, inRoot('docs', 'pictures')], { env });
  } finally {
    display.stop();
  }
});
