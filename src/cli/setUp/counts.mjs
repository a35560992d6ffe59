/** @file How many tests passed and failed, from the JSON reports of the runners. */

/** @typedef {{ passed: number; failed: number }} Count */
/** @typedef {{ testResults: { status: string; assertionResults: { status: string }[] }[] }} VitestReport */
/** @typedef {{ stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }} PlaywrightReport */

/**
 * A file that could not be loaded has no tests and counts as one failure; so does a test that was skipped.
 *
 * @param {VitestReport} report
 * @returns {Count}
 */
export function vitestCount({ testResults }) {
  let passed = 0;
  let failed = 0;
  for (const file of testResults) {
    const good = file.assertionResults.filter(({ status }) => status === 'passed').length;
    const bad = file.assertionResults.length - good;
    passed += good;
    failed += bad === 0 && file.status === 'failed' ? 1 : bad;
  }
  return { passed, failed };
}

/**
 * @param {PlaywrightReport} report
 * @returns {Count}
 */
export function playwrightCount({ stats, errors }) {
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: failed === 0 ? errors.length : failed };
}
