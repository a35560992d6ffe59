/** @file The tables of the experiment: means and spreads from runs, in the place that the page has for them. */
import { describe, expect, it } from 'vitest';
import { withTables } from '../../src/cli/experiment/lengthPage.ts';
import type { Run } from '../../src/cli/experiment/files.ts';
import { lengthSettings, testedRanges } from '../../src/training/lengthExperiment.ts';

const page = `before
<!-- written by npm run experiment -- length: begin -->
old
<!-- end -->
after
`;

function run(mechanism: string, seed: number, score: number): Run {
  return {
    experiment: 'length',
    mechanism,
    seed,
    grammarVersion: 1,
    command: '',
    parameters: 104_920,
    bytes: 209_840,
    hash: '00000000',
    trainingMinutes: 2,
    testMinutes: 1,
    settings: lengthSettings(mechanism, seed, 40),
    results: testedRanges.map(([from, to]) => ({
      from,
      to,
      sentences: 200,
      exact: score / 2,
      tokens: score,
      bleu: score,
      capped: 0,
      right: '',
    })),
  };
}

describe('withTables', () => {
  const made = withTables(page, [run('dot', 1, 0.8), run('dot', 2, 0.9), run('none', 1, 0.25)]);

  it('keeps the page around the tables and puts new ones in the place of the old', () => {
    expect(made.startsWith('before\n<!--')).toBe(true);
    expect(made.endsWith('<!-- end -->\nafter\n')).toBe(true);
    expect(made).not.toContain('old');
    expect(withTables(made, [run('dot', 1, 0.8)]).match(/### BLEU/g)).toHaveLength(1);
  });

  it('gives the mean with the lowest and the highest seed; of one seed its figure alone; nothing of what was not run', () => {
    const rows = made.split('\n').filter((line) => line.startsWith('| `'));
    const firstCells = (id: string): (string | undefined)[] =>
      rows.filter((line) => line.startsWith(`| \`${id}\``)).map((line) => line.split(' | ')[1]);
    expect(firstCells('dot')).toEqual(['85.0 (80.0–90.0)', '42.5 (40.0–45.0)', '1, 2']);
    expect(firstCells('none')).toEqual(['25.0', '12.5', '1']);
    expect(rows).toHaveLength(6);
    expect(rows.some((line) => line.includes('104,920') && line.includes('1, 2'))).toBe(true);
  });

  it('refuses a page without a place for them', () => {
    expect(() => withTables('text', [])).toThrow(/docs\/experiments\.md: expected <!-- written/);
  });
});
