/** @file Installs the packages of package-lock.json when node_modules does not hold them already. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, runNpm } from './run.mjs';

/** Installs the packages of the project; returns at once when its stamp says that they are there. */
export function installDependencies() {
  install(root, ['ci', '--include=dev']);
}

/** Installs the packages that ours are compared with, which have a package of their own. */
export function installPeers() {
  install(path.join(root, 'test', 'peers'), ['ci']);
}

/**
 * @param {string} folder where package-lock.json is
 * @param {readonly string[]} args what npm is asked
 */
function install(folder, args) {
  const lockfile = path.join(folder, 'package-lock.json');
  const stamp = path.join(folder, 'node_modules', '.stamp');
  const wanted = stampOf(lockfile);
  if (readOr(stamp, '') === wanted) return;
  exclusively(path.join(folder, '.set-up-lock'), () => {
    if (readOr(stamp, '') === wanted) return;
    if (!holdsAll(folder)) {
      console.error(
        `Installing the packages of ${path.join(path.relative(process.cwd(), folder), 'package-lock.json')} …`,
      );
      if (!runNpm(args, { cwd: folder }))
        throw new Error(`npm ${args.join(' ')} did not succeed; its messages stand above.`);
    }
    writeFileSync(stamp, wanted);
  });
}

/**
 * The lockfile and what else decides which files an install writes.
 *
 * @param {string} lockfile
 */
function stampOf(lockfile) {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

/**
 * Whether npm's own record of node_modules has every package of the lockfile in the same version, as it has after
 * an `npm install` by hand. Packages for other platforms are optional and may be missing.
 *
 * @param {string} folder
 */
function holdsAll(folder) {
  const installed = packagesOf(path.join(folder, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  const locked = packagesOf(path.join(folder, 'package-lock.json')) ?? {};
  for (const [place, entry] of Object.entries(locked)) {
    if (place === '') continue;
    const present = installed[place];
    if (present === undefined ? entry.optional !== true : present.integrity !== entry.integrity) return false;
    if (present !== undefined && !existsSync(path.join(folder, place, 'package.json'))) return false;
  }
  return true;
}

/**
 * @param {string} file
 * @returns {Record<string, { integrity?: string; optional?: boolean }> | undefined}
 */
function packagesOf(file) {
  const text = readOr(file, '');
  if (text === '') return undefined;
  const lockfile = /** @type {{ packages: Record<string, { integrity?: string; optional?: boolean }> }} */ (
    JSON.parse(text)
  );
  return lockfile.packages;
}

/**
 * @param {string} file
 * @param {string} otherwise what is returned when the file cannot be read
 */
function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

/**
 * Does something while no other set-up of this checkout does: two scripts started at once install once.
 *
 * @param {string} lock a folder that exists while somebody works
 * @param {() => void} work
 */
function exclusively(lock, work) {
  const owner = path.join(lock, 'pid');
  while (!takes(lock)) {
    const pid = Number(readOr(owner, '0'));
    if (pid > 0 && !isAlive(pid)) rmSync(lock, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    writeFileSync(owner, String(process.pid));
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** @param {string} lock */
function takes(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
