/** @file The shipped models: their files are what their cards say, and they translate. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { shippedModel } from '../../src/cli/shippedModel.ts';
import { finish, translate } from '../../src/models/seq2seq/translate.ts';
import { examples } from '../../src/tasks/translation/examples.ts';
import { grammarVersion } from '../../src/tasks/translation/splits.ts';
import { evaluateSet, evaluationSets } from '../../src/training/evaluation.ts';

const ids = ['additive', 'dot', 'general', 'concat', 'scaled-dot', 'cosine', 'location', 'none'] as const;

/** The least share of exact sentences, by set. */
function barsOf(id: (typeof ids)[number]): [string, number][] {
  // They show what is lost without attention, and where no word is looked at: no bars are set for them.
  if (id === 'none' || id === 'location') return [];
  if (id === 'scaled-dot' || id === 'cosine') {
    return [
      ['1–10', 0.95],
      ['11–20', 0.95],
    ];
  }
  if (id !== 'additive') {
    return [
      ['1–10', 0.97],
      ['11–20', 0.97],
      ['21–30', 0.94],
      ['31–40', 0.94],
    ];
  }
  return [
    ['1–10', 0.995],
    ['11–20', 0.995],
    ['21–30', 0.985],
    ['31–40', 0.985],
    ['unseen pairs', 0.99],
  ];
}

describe.each(ids)('the shipped model %s', (id) => {
  const bytes = readFileSync(`public/models/${id}.bin`);
  const { model, card } = shippedModel(id);

  it('is the file that its card describes, small enough, and of the present grammar', () => {
    expect(card.id).toBe(id);
    expect(card.hash).toBe(createHash('sha256').update(bytes).digest('hex').slice(0, 8));
    expect(card.bytes).toBe(bytes.length);
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(250_000);
    expect(card.grammarVersion).toBe(grammarVersion);
    expect(card.parameters * 2).toBe(bytes.length);
  });

  it('has a table of at least 2,000 held-out sentences a set that meets the bars', () => {
    const rows = new Map(card.results.map((row) => [row.set, row]));
    const bars = barsOf(id);
    for (const { set, sentences } of card.results) expect(sentences, set).toBeGreaterThanOrEqual(2000);
    expect(rows.size).toBe(5);
    for (const [set, bar] of bars) {
      expect(rows.get(set)?.sentences, set).toBeGreaterThanOrEqual(2000);
      expect(rows.get(set)?.exact, set).toBeGreaterThanOrEqual(bar);
      if (id === 'additive') expect(rows.get(set)?.aer, set).toBeLessThanOrEqual(0.07);
    }
  });

  it('does on a sample of held-out sentences what its card says', () => {
    for (const set of evaluationSets(40)) {
      const row = evaluateSet(model, set);
      const claimed = card.results.find((one) => one.set === set.name)?.exact ?? Number.NaN;
      expect(row.exact, set.name).toBeGreaterThanOrEqual(claimed - 0.15);
      expect(row.exact, set.name).toBeLessThanOrEqual(claimed + 0.25);
    }
  });
});

describe('the additive model', () => {
  it.each([...examples])('translates “$english” exactly', ({ english, french }) => {
    expect(finish(translate(shippedModel('additive').model, english.split(' '))).target.join(' ')).toBe(
      french,
    );
  });
});
