/** @file Finds a Chromium for the browser tests and, where there is none, installs one. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { installDebianPackages } from './debian.mjs';
import { root, run } from './run.mjs';

/** Names under which Chromium and its relatives are installed. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** Where they are on systems that do not put them on the path. */
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Options of Chromium for tests: no traffic of its own, no sandbox where it could not start with one. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser to test with: the one named by CHROMIUM_PATH, else the first installed one that runs.
 *
 * @returns {Promise<string | undefined>} the path of the program
 */
export async function findBrowser() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!isBrowser(named)) throw new Error(`CHROMIUM_PATH is ${named}, and that is no Chromium that runs.`);
    return named;
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const candidates = names.flatMap((name) =>
    [...folders, '/usr/bin', '/snap/bin'].map((folder) => path.join(folder, name)),
  );
  return [...new Set([await playwrightsOwn(), ...candidates, ...places])].find(
    (candidate) => candidate !== undefined && isBrowser(candidate),
  );
}

/** Finds a browser, or installs one by Playwright or from Debian's packages. Throws when all of that fails. */
export async function ensureBrowser() {
  if ((await findBrowser()) !== undefined) return;
  console.error('There is no Chromium for the browser tests; installing one …');
  const playwright = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const ways = [
    () => run(process.execPath, [playwright, 'install', 'chromium'], { timeoutMs: 300_000 }),
    () => installDebianPackages(['chromium', 'fonts-liberation']),
  ];
  for (const way of ways) {
    if (way() && (await findBrowser()) !== undefined) return;
  }
  throw new Error(
    'no Chromium could be found or installed. Install one, or name one in the variable CHROMIUM_PATH.',
  );
}

/** Where Playwright keeps the Chromium that it downloads. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** @param {string} program */
function isBrowser(program) {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    return false;
  }
  if (process.platform === 'win32') return true; // there `--version` opens a window
  const result = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return result.status === 0 && /\d+\.\d+\.\d+/.test(result.stdout);
}
