/** @file Runs all tests: unit and component tests, then the browser tests on a fresh build, also when the first have failed. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, run } from './run.mjs';

const { values } = parseArgs({
  options: {
    reports: { type: 'string' }, // a folder for the runners' JSON reports, which `npm run verify` adds up
    only: { type: 'string' }, // `unit` or `browser`
  },
});

const bin = (/** @type {string[]} */ ...parts) => path.join(root, 'node_modules', ...parts);
const vitest = bin('vitest', 'vitest.mjs');
const vite = bin('vite', 'bin', 'vite.js');
const playwright = bin('@playwright', 'test', 'cli.js');
const report = (/** @type {string} */ name) => path.join(root, values.reports ?? '.', `${name}.json`);

/**
 * Runs one of the tools with its output on standard output.
 *
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function tool(args, env = {}) {
  return run(process.execPath, args, { env, output: 1 });
}

/** Unit and component tests. */
function unit() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report('vitest')}`];
  return tool([vitest, 'run', ...(values.reports === undefined ? [] : reporters)]);
}

/** Browser tests, on the app as it is built. */
function browser() {
  const config = path.join('test', 'browser', 'playwright.config.ts');
  const env = values.reports === undefined ? {} : { BROWSER_TEST_REPORT: report('playwright') };
  return tool([vite, 'build', '--logLevel', 'warn']) && tool([playwright, 'test', '--config', config], env);
}

const results = [values.only === 'browser' || unit(), values.only === 'unit' || browser()];
process.exitCode = results.every(Boolean) ? 0 : 1;
