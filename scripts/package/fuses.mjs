import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/*
 * How the runtime in a package is fused. The app lies in a folder that root owns and whose files dpkg knows by their
 * digests (`dpkg --verify in-your-words`): Electron checks no archive's integrity on Linux, so that an archive, and
 * with it OnlyLoadAppFromAsar, would keep nobody out who could not replace the archive too.
 */
const WANTED = {
  // The kiosk's program is the kiosk and nothing else: no Node for whoever can start it with another environment.
  RunAsNode: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableCookieEncryption: true,
  EnableEmbeddedAsarIntegrityValidation: false,
  OnlyLoadAppFromAsar: false,
  LoadBrowserProcessSpecificV8Snapshot: false,
  // Nothing of the app's is loaded from file://.
  GrantFileProtocolExtraPrivileges: false,
  // Where the processor's traps check WebAssembly's memory, PDFs become pictures many times faster.
  WasmTrapHandlers: true,
};

/** Sets the fuses of an Electron program as a package has them; those that its version does not know are left out. */
export async function setFuses(executable) {
  const known = fusesOf(await getCurrentFuseWire(executable));
  const options = Object.entries(WANTED).filter(([name]) => name in known);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    ...Object.fromEntries(options.map(([name, on]) => [FuseV1Options[name], on])),
  });
}

/**
 * Reads the fuses back and returns what is not as wanted, a sentence each: also a fuse that this file does not name, so
 * that a new Electron's new fuse is decided on before it ships.
 */
export async function wrongFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  const wrong = [];
  for (const [name, state] of Object.entries(fusesOf(wire))) {
    if (!(name in WANTED)) wrong.push(`${name} is a fuse that nobody decided on`);
    else if (state !== (WANTED[name] ? FuseState.ENABLE : FuseState.DISABLE))
      wrong.push(`${name} is not ${WANTED[name] ? 'on' : 'off'}`);
  }
  for (const name of ['RunAsNode', 'EnableNodeOptionsEnvironmentVariable', 'EnableNodeCliInspectArguments'])
    if (!(name in fusesOf(wire))) wrong.push(`${name} is missing`);
  return wrong;
}

/** The states by the fuses' names; a fuse without a name has its number. */
function fusesOf(wire) {
  return Object.fromEntries(
    Object.entries(wire)
      .filter(
        ([key, state]) => /^\d+$/.test(key) && state !== FuseState.REMOVED && state !== FuseState.INHERIT,
      )
      .map(([key, state]) => [FuseV1Options[key] ?? `fuse ${key}`, state]),
  );
}
