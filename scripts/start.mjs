import { buildApp } from './lib/build.mjs';
import { openDisplay } from './lib/display.mjs';
import { exists } from './lib/cache.mjs';
import { SetUpError, runScript, say } from './lib/log.mjs';
import { NODE_24, ROOT, inRoot } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { setUp } from './lib/set-up.mjs';
import { makeDemoStore } from './demo-store/start.mjs';
import { startVirtualPrinter } from './virtual-printer/start.mjs';

const VIRTUAL_PRINTER = '--virtual-printer';
const DEMO_STORE = '--demo-store';
// An upright kiosk screen.
const SCREEN = { width: 1080, height: 1920 };
// Room for the kiosk in a window and the printer beside it.
const DESK = { width: 1920, height: 1080 };

/**
 * `npm start [-- arguments]` sets up what is missing and runs the app; arguments go to the app (`--windowed`).
 * `--virtual-printer` opens a printer beside it whose paper and faults are in the hands of whoever tries it;
 * `--demo-store` runs it on a store that is filled with some weeks of a shop's life, and is nobody's;
 * `npm start -- --demo` runs the demonstration instead.
 */
await runScript(async () => {
  const given = process.argv.slice(2);
  const demoStore = given.find((each) => each.split('=')[0] === DEMO_STORE);
  const args = given.filter((each) => each !== demoStore);
  const { runtime } = await setUp();
  await buildApp();
  const env =
    demoStore === undefined ? {} : { IYW_DATA: await makeDemoStore({ anew: demoStore.endsWith('=new') }) };
  const wantsPrinter = args.includes(VIRTUAL_PRINTER);
  const display = await openDisplay(wantsPrinter ? DESK : SCREEN);
  try {
    process.exitCode = args.includes('--demo')
      ? await runDemo(
          args.filter((each) => each !== '--demo'),
          display,
          runtime,
        )
      : await (wantsPrinter ? runWithPrinter : runApp)(args, display, runtime, env);
  } finally {
    display.stop();
  }
});

async function runApp(args, display, runtime, env = {}) {
  if (display.virtual !== null) {
    say(`There is no screen here, so the app runs on the virtual display ${display.virtual}. To look at it:`);
    say(`  import -display ${display.virtual} -window root screen.png     (ImageMagick: takes a picture)`);
    say(
      `  x11vnc -display ${display.virtual} -localhost -forever         (then connect a VNC viewer to port 5900)`,
    );
  }
  say('Starting In Your Words; Ctrl+C ends it.');
  return runInForeground(runtime.executable, [...electronFlags(display), ROOT, ...args], {
    env: toolEnvironment({ ...display.env, ...env }),
  });
}

/** The same with the virtual printer's window beside it, for as long as the app runs. */
async function runWithPrinter(args, display, runtime, env) {
  const printer = await startVirtualPrinter({
    executable: runtime.executable,
    flags: electronFlags(display),
    env: display.env,
  });
  try {
    say(`The virtual printer is at ${printer.address}.`);
    const kiosk = args.filter((each) => each !== VIRTUAL_PRINTER);
    // On the whole screen it would stand before its printer.
    if (!kiosk.some((each) => each.startsWith('--windowed'))) kiosk.push('--windowed');
    return await runApp(kiosk, display, runtime, { ...env, IYW_PRINTER: printer.address });
  } finally {
    await printer.stop();
  }
}

function electronFlags(display) {
  const flags = [];
  // Chromium's sandbox refuses root. Nobody else ever goes without it.
  if (process.getuid?.() === 0) flags.push('--no-sandbox');
  // A machine without a screen has no desktop bus either; Chromium's complaints about it would hide real messages.
  if (display.virtual !== null) flags.push('--log-level=3');
  return flags;
}

async function runDemo(args, display, runtime) {
  const demo = inRoot('scripts', 'demo.mjs');
  if (!(await exists(demo)))
    throw new SetUpError('scripts/demo.mjs is missing; restore it from the repository.');
  const env = toolEnvironment({ ...display.env, IYW_ELECTRON_PATH: runtime.executable });
  return runInForeground(NODE_24, [demo, ...args], { env });
}
