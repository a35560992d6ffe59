/** @file Runs another program, with all of its output on standard error unless it is asked for otherwise. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, with no slash at the end. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Runs a program to its end; what it prints, on either stream, appears on standard error.
 *
 * @param {string} command the program
 * @param {readonly string[]} args its arguments
 * @param {{ cwd?: string; env?: Record<string, string>; timeoutMs?: number; output?: 1 | 2 }} [options] where, with which further environment, for how long at most, and the stream for its output
 * @returns {boolean} whether it ended with exit code 0
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', options.output ?? 2, options.output ?? 2],
    timeout: options.timeoutMs,
  });
  return result.status === 0;
}

/**
 * Runs npm: the one that runs this script, where there is one.
 *
 * @param {readonly string[]} args its arguments
 * @param {{ cwd?: string; env?: Record<string, string>; output?: 1 | 2 }} [options] the folder of the package.json it works on, further environment, and the stream for its output
 * @returns {boolean} whether it ended with exit code 0
 */
export function runNpm(args, options = {}) {
  const script = process.env['npm_execpath'];
  const loud = ['--loglevel=warn', ...args];
  if (script !== undefined && /npm-cli\.c?js$/.test(script))
    return run(process.execPath, [script, ...loud], options);
  return process.platform === 'win32'
    ? run('cmd', ['/c', 'npm', ...loud], options)
    : run('npm', loud, options);
}
