/**
 * @file Runs all tests: unit and component tests, then the browser tests on a fresh build, also when the first have
 * failed. `--browser` runs the browser tests only. Where TEST_REPORTS names a folder, each runner leaves a JSON report
 * there, which `npm run verify` adds up.
 */
import path from 'node:path';
import { root, run } from './run.mjs';

const reports = process.env['TEST_REPORTS'];
const report = (/** @type {string} */ name) => path.join(reports ?? '', `${name}.json`);

/**
 * Runs one of the installed tools with its output on standard output.
 *
 * @param {string} script its program, in node_modules
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
function tool(script, args, env = {}) {
  return run(process.execPath, [path.join(root, 'node_modules', script), ...args], { env, output: 1 });
}

/** Unit and component tests. */
function unit() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report('vitest')}`];
  return tool('vitest/vitest.mjs', ['run', ...(reports === undefined ? [] : reporters)]);
}

/** Browser tests, on the app as it is built. */
function browser() {
  const args = ['test', '--config', path.join('test', 'browser', 'playwright.config.ts')];
  const env = reports === undefined ? {} : { BROWSER_TEST_REPORT: report('playwright') };
  return (
    tool('vite/bin/vite.js', ['build', '--logLevel', 'warn']) && tool('@playwright/test/cli.js', args, env)
  );
}

const fine = [process.argv.includes('--browser') || unit(), browser()].every(Boolean);
process.exitCode = fine ? 0 : 1;
