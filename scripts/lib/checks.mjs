import path from 'node:path';
import { exists, readJson } from './cache.mjs';
import { say, seconds } from './log.mjs';
import { inRoot, toolScript } from './paths.mjs';
import { runToolQuietly } from './run.mjs';

/** As many checks at once as the small machines we build on have cores. */
const AT_ONCE = 2;

/** Runs every static check and says how each went; resolves with { passed, failed }. */
export async function runChecks() {
  const waiting = await listChecks();
  const totals = { passed: 0, failed: 0 };
  async function work() {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const isGood = await runCheck(check);
      totals[isGood ? 'passed' : 'failed'] += 1;
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return totals;
}

async function runCheck({ name, script, args }) {
  const started = Date.now();
  const { code, output } = await runToolQuietly(script, args, { env: { NO_COLOR: '1' } });
  say(`  ${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds(Date.now() - started)})`);
  if (code !== 0) say(indent(output.trim()));
  return code === 0;
}

async function listChecks() {
  const rooms = [];
  for (const each of ['src-main', 'src-renderer', 'resources/messages', 'tests', 'scripts']) {
    if (await exists(inRoot(each))) rooms.push(each);
  }
  return [
    // The slowest come first, so that two cores are busy to the end.
    { name: 'eslint', script: toolScript('eslint', 'bin/eslint.js'), args: ['.', '--max-warnings=0'] },
    ...(await typeChecks()),
    {
      name: 'svelte-check',
      script: toolScript('svelte-check', 'bin/svelte-check'),
      args: ['--tsconfig', './tsconfig.renderer.json', '--fail-on-warnings', '--output', 'human'],
    },
    { name: 'knip', script: toolScript('knip', 'bin/knip.js'), args: ['--no-progress'] },
    {
      name: 'dependency-cruiser',
      script: toolScript('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
      args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...rooms],
    },
    {
      name: 'prettier',
      script: toolScript('prettier', 'bin/prettier.cjs'),
      args: ['--check', '--log-level=warn', '.'],
    },
  ];
}

/** One type check per project that tsconfig.json refers to. */
async function typeChecks() {
  const solution = await readJson(inRoot('tsconfig.json'));
  const projects = solution?.references?.map((each) => path.normalize(each.path)) ?? ['tsconfig.json'];
  return projects.map((project) => ({
    name: `tsc ${project}`,
    script: toolScript('typescript', 'bin/tsc'),
    args: ['--project', project, '--noEmit', '--pretty', 'false'],
  }));
}

function indent(text) {
  return text.replace(/^/gm, '    ');
}
