import { spawn } from 'node:child_process';
import path from 'node:path';
import { NODE_24, NODE_MODULES, ROOT } from './paths.mjs';

/** The environment for the project's own tools: Node 24 and the installed commands come first. */
export function toolEnvironment(extra = {}) {
  const searchPath = [path.dirname(NODE_24), path.join(NODE_MODULES, '.bin'), process.env.PATH].join(
    path.delimiter,
  );
  return { ...process.env, PATH: searchPath, ...extra };
}

/**
 * Runs a command to its end without showing its output.
 * Resolves with its exit code and what it printed (stdout and stderr in the order they came); never rejects.
 */
export function runQuietly(command, args, { cwd = ROOT, env = process.env, timeoutMs } = {}) {
  return new Promise((resolve) => {
    // npm is a .cmd file on Windows and those only start through a shell.
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      timeout: timeoutMs,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: 127, output: error.message, stdout }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output, stdout, signal }));
  });
}

/** Runs a project tool on Node 24 without showing its output. */
export function runToolQuietly(script, args, options = {}) {
  return runQuietly(NODE_24, [script, ...args], { ...options, env: toolEnvironment(options.env) });
}

/**
 * Runs a command in the foreground: the person sees its output, and Ctrl+C or a stop signal reaches it.
 * Resolves with the exit code.
 */
export function runInForeground(command, args, { cwd = ROOT, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const settle = () => {
      for (const signal of signals) process.off(signal, forward);
    };
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (code, signal) => {
      settle();
      // A shell reports "ended by a signal" as 128 + its number; 130 and 143 are the two a person meets.
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** The last lines of a tool's output: enough to see why it failed without flooding the screen. */
export function lastLines(output, count = 20) {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
