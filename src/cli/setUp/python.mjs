/** @file Finds a Python that has a module and, where there is none, installs Debian's. */
import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './debian.mjs';

/**
 * A Python that can import the module.
 *
 * @param {'numpy' | 'torch'} module
 * @returns {string | undefined} the name or path of the program
 */
export function findPythonWith(module) {
  return [process.env['PYTHON'], 'python3', '/usr/bin/python3', 'python'].find(
    (python) =>
      python !== undefined && python !== '' && spawnSync(python, ['-c', `import ${module}`]).status === 0,
  );
}

/**
 * Finds a Python with the module, or installs Debian's. Throws when that fails.
 *
 * @param {'numpy' | 'torch'} module
 * @param {string} title the module's name as people write it
 */
export function ensurePythonWith(module, title) {
  if (findPythonWith(module) !== undefined) return;
  console.error(`There is no Python with ${title}; installing one …`);
  if (installDebianPackages(['python3', `python3-${module}`]) && findPythonWith(module) !== undefined) return;
  throw new Error(
    `no Python with ${title} could be found or installed. Install one, or name one in the variable PYTHON.`,
  );
}
