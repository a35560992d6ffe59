/** @file Whether what a reader downloads is as small as promised, compressed by gzip. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.mjs';

const kilobyte = 1000;

/** Bytes of JavaScript and CSS that are loaded before the first paint. */
const firstLoadBudget = 160 * kilobyte;

/** Bytes of one file of weights: in general, and of the model that is loaded first. */
const modelBudget = 400 * kilobyte;
const additiveBudget = 250 * kilobyte;

/**
 * Prints the sizes and compares them with the budget. The app must have been built.
 *
 * @param {string} [dist] the folder of the built app
 * @returns {boolean} whether all are within the budget
 */
export function checkSizes(dist = path.join(root, 'dist')) {
  if (!existsSync(path.join(dist, 'index.html'))) throw new Error(`there is no built app in ${dist}.`);
  const lines = [
    { name: 'JavaScript and CSS of the first load', bytes: firstLoad(dist), budget: firstLoadBudget },
    ...modelSizes(path.join(dist, 'models')),
  ];
  for (const { name, bytes, budget } of lines) {
    const verdict = bytes <= budget ? 'within' : 'OVER';
    console.log(
      `${name}: ${(bytes / kilobyte).toFixed(1)} kB gzip, ${verdict} the budget of ${budget / kilobyte} kB`,
    );
  }
  return lines.every(({ bytes, budget }) => bytes <= budget);
}

/**
 * The sum of the scripts and style sheets that the page names, of the modules that these import at once, and of the
 * worker that they start.
 *
 * @param {string} dist
 * @returns {number} bytes, compressed by gzip
 */
export function firstLoad(dist) {
  const html = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) =>
    String(match[1]),
  );
  if (!named.some((file) => file.endsWith('.js'))) throw new Error('the built index.html names no script.');
  const seen = new Set(named);
  for (const file of seen) {
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(path.join(dist, file), 'utf8');
    for (const match of code.matchAll(
      /(?:^|[;\n}])import\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+\.js)["']/g,
    )) {
      seen.add(`assets/${match[1]}`);
    }
    for (const match of code.matchAll(
      /new Worker\(\s*new URL\(\s*(?:["'`]{2}\s*\+\s*)?(?:new URL\(\s*)?["'`](?:\.\/|assets\/)?([^"'`]+\.js)["'`]/g,
    )) {
      seen.add(`assets/${match[1]}`);
    }
  }
  return [...seen].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length,
    0,
  );
}

/**
 * Every file of weights (whatever in models/ is not a card or a list) with its budget.
 *
 * @param {string} folder
 */
function modelSizes(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, file);
      const budget = /(^|[\\/.-])additive([\\/.-]|$)/.test(name) ? additiveBudget : modelBudget;
      return { name: `models/${name}`, bytes: gzipSync(readFileSync(file), { level: 9 }).length, budget };
    });
}
