/** @file The sum over the runners is true, also when a file cannot be loaded or a test is skipped. */
import { describe, expect, it } from 'vitest';
import { playwrightCount, vitestCount } from '../../../src/cli/setUp/counts.mjs';

function file(status: string, ...tests: string[]) {
  return { status, assertionResults: tests.map((one) => ({ status: one })) };
}

describe('vitestCount', () => {
  it('counts tests of all files', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')];
    expect(vitestCount({ testResults })).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    expect(vitestCount({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 });
    expect(vitestCount({ testResults: [file('failed', 'passed')] })).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a skipped test as a failure', () => {
    expect(vitestCount({ testResults: [file('passed', 'passed', 'skipped')] })).toEqual({
      passed: 1,
      failed: 1,
    });
  });
});

describe('playwrightCount', () => {
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };

  it('counts what was not as expected, flaky or skipped as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
    expect(playwrightCount({ stats, errors: [] })).toEqual({ passed: 5, failed: 3 });
  });

  it('counts an error outside of tests when no test tells of it', () => {
    expect(playwrightCount({ stats: none, errors: [{}] })).toEqual({ passed: 0, failed: 1 });
  });
});
