/** @file Finds a Python with NumPy for the oracle that recomputes test cases and, where there is none, installs it. */
import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './debian.mjs';

/**
 * The Python to run the oracle with.
 *
 * @returns {string | undefined} the name or path of the program
 */
export function findPythonWithNumpy() {
  return [process.env['PYTHON'], 'python3', '/usr/bin/python3', 'python'].find(
    (python) =>
      python !== undefined && python !== '' && spawnSync(python, ['-c', 'import numpy']).status === 0,
  );
}

/** Finds a Python with NumPy, or installs Debian's. Throws when that fails. */
export function ensureNumpy() {
  if (findPythonWithNumpy() !== undefined) return;
  console.error('There is no Python with NumPy; installing one …');
  if (installDebianPackages(['python3', 'python3-numpy']) && findPythonWithNumpy() !== undefined) return;
  throw new Error(
    'no Python with NumPy could be found or installed. Install one, or name one in the variable PYTHON.',
  );
}
