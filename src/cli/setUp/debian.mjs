/** @file Installs Debian packages where the user is allowed to. */
import { spawnSync } from 'node:child_process';
import { run } from './run.mjs';

/**
 * Installs packages with apt, as root or by a sudo that asks for no password.
 *
 * @param {readonly string[]} packages
 * @returns {boolean} whether they are installed
 */
export function installDebianPackages(packages) {
  if (spawnSync('apt-get', ['--version']).status !== 0) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return false;
  const apt = (/** @type {string[]} */ ...args) => {
    const quiet = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return isRoot ? run('env', quiet) : run('sudo', ['-n', 'env', ...quiet]);
  };
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...packages);
}
