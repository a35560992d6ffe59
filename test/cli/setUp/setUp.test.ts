/** @file The set-up step is silent when there is nothing to do and says what it cannot do. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../src/cli/setUp/run.mjs';

function setUp(...parts: string[]) {
  const script = path.join(root, 'src/cli/setUp/setUp.mjs');
  return spawnSync(process.execPath, [script, ...parts], { cwd: root, encoding: 'utf8' });
}

describe('setUp.mjs', () => {
  it('prints nothing and changes nothing when everything is there', () => {
    setUp();
    expect(setUp()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('finds the browser that the tests use', () => {
    expect(setUp('browser')).toMatchObject({ status: 0, stdout: '' });
  });

  it('fails on a part that it does not know, and names those that it knows', () => {
    const { status, stdout, stderr } = setUp('compiler');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/"compiler".*browser, numpy, torch, peers/);
  });
});
