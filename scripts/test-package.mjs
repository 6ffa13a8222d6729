import { prepareDependencies } from './lib/dependencies.mjs';
import { SetUpError, runScript } from './lib/log.mjs';
import { NODE_24, inRoot } from './lib/paths.mjs';
import { runInForeground, toolEnvironment } from './lib/run.mjs';
import { FOR_PACKAGE_TEST, FOR_PACKAGING, installSystemPackages } from './lib/system-libraries.mjs';

/**
 * `npm run test:package`: the Debian package in a clean Debian with its own systemd, from install to purge; see
 * tests/package/run.ts. It needs root, since only root makes a clean Debian.
 */
await runScript(async () => {
  if (process.platform !== 'linux' || process.getuid() !== 0)
    throw new SetUpError(
      'the package is tried in a clean Debian, which only root can make: run this as root.',
    );
  await prepareDependencies();
  await installSystemPackages([...FOR_PACKAGING, ...FOR_PACKAGE_TEST], 'to try the package');
  process.exitCode = await runInForeground(
    NODE_24,
    [inRoot('tests', 'package', 'run.ts'), ...process.argv.slice(2)],
    {
      env: toolEnvironment(),
    },
  );
});
