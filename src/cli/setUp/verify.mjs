/**
 * @file What CI runs: format, lint, types, import rules, unused code, the tests as the README says them, the size budget.
 * Everything is run, also after a failure. The last line counts the tests of all runners; a check or runner that failed
 * without a failed test counts as one failure.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { playwrightCount, vitestCount } from './counts.mjs';
import { installDependencies } from './dependencies.mjs';
import { root, run, runNpm } from './run.mjs';
import { checkSizes } from './sizeBudget.mjs';

/** @import { Count, PlaywrightReport, VitestReport } from './counts.mjs' */

const reports = path.join(root, 'node_modules', '.cache', 'reports');

/** @type {Count} */
const total = { passed: 0, failed: 0 };

try {
  installDependencies();
  await ensureBrowser();
  checks();
  tests();
  check('size budget', checkSizes);
} catch (error) {
  console.log(`verify: ${error instanceof Error ? error.message : String(error)}`);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** The checks that are not tests. */
function checks() {
  const tool = (/** @type {string} */ script, /** @type {string[]} */ ...args) =>
    run(process.execPath, [path.join(root, 'node_modules', script), ...args], { output: 1 });
  check('format', () => tool('oxfmt/bin/oxfmt', '--check'));
  check('lint', () => tool('oxlint/bin/oxlint'));
  check('types', () => tool('typescript/bin/tsc', '-b'));
  check('import rules', () => tool('vitest/vitest.mjs', 'run', 'test/architecture.test.ts'));
  check('unused code', () => tool('knip/bin/knip.js'));
}

/**
 * Does a check and says how it went.
 *
 * @param {string} name
 * @param {() => boolean} work
 */
function check(name, work) {
  console.log(`── ${name}`);
  const fine = succeeds(work);
  if (!fine) total.failed += 1;
  console.log(`${name}: ${fine ? 'fine' : 'FAILED'}`);
}

/** @param {() => boolean} work */
function succeeds(work) {
  try {
    return work();
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** Runs `npm test` and adds up what its runners report. */
function tests() {
  console.log('── npm test');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const fine = runNpm(['test'], { output: 1, env: { TEST_REPORTS: reports } });
  const before = total.failed;
  add('unit and component tests', () => vitestCount(/** @type {VitestReport} */ (readReport('vitest'))));
  add('browser tests', () => playwrightCount(/** @type {PlaywrightReport} */ (readReport('playwright'))));
  if (!fine && total.failed === before) {
    console.log('npm test: FAILED, though no test did');
    total.failed += 1;
  }
}

/**
 * @param {string} name
 * @param {() => Count} count
 */
function add(name, count) {
  try {
    const { passed, failed } = count();
    console.log(`${name}: ${passed} passed, ${failed} failed (in this runner)`);
    total.passed += passed;
    total.failed += failed;
  } catch (error) {
    console.log(`${name}: FAILED, no report: ${error instanceof Error ? error.message : String(error)}`);
    total.failed += 1;
  }
}

/**
 * @param {string} name
 * @returns {unknown}
 */
function readReport(name) {
  return JSON.parse(readFileSync(path.join(reports, `${name}.json`), 'utf8'));
}
