/** @file The shipped dates model: its card is right about it, its command gives it bit for bit, and it reads what people write. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTaskCard } from '../../src/app/pages/train/taskCard.ts';
import { judgeShipped, trainTask } from '../../src/cli/train/taskModel.ts';
import { packHalves, unpackHalves } from '../../src/models/seq2seq/float16.ts';
import { finish, translate } from '../../src/models/seq2seq/translate.ts';
import { dateTask } from '../../src/tasks/dates/task.ts';
import { modelOf } from '../../src/training/plainModel.ts';
import { taskSettings } from '../../src/training/taskSettings.ts';

const card = readTaskCard(readFileSync('public/models/dates.json', 'utf8'));
const weights = new Uint8Array(readFileSync('public/models/dates.bin'));
const { settings } = card;
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 8);

describe('the shipped dates model', () => {
  it('is the file that its card says, with the settings that its command has', () => {
    expect(hashOf(weights)).toBe(card.hash);
    expect(weights.length).toBe(card.bytes);
    expect(card.parameters).toBe(weights.length / 2);
    expect(card.command).toBe('npm run train -- dates');
    expect(settings).toEqual(taskSettings('dates'));
  });

  it('comes out of its command bit for bit: what the page learns with these settings is this model', () => {
    expect(hashOf(packHalves([trainTask(settings)]))).toBe(card.hash);
  });

  it('does on held-out dates what its card says, at least 99 % exact', () => {
    const results = judgeShipped(settings, weights);
    expect(card.results).toEqual(results);
    for (const { exact, examples } of results) {
      expect(exact).toBeGreaterThanOrEqual(0.99);
      expect(examples).toBeGreaterThanOrEqual(2000);
    }
  });

  it.each([
    ['3rd of May 2009', '2009-05-03'],
    ['05/03/09', '2009-05-03'],
    ['03.05.09', '2009-05-03'],
    ['le 03/05/2009', '2009-05-03'],
    ['Tuesday, March 3, 2026', '2026-03-03'],
    ['Le 3 mai 2009', '2009-05-03'],
    ['1er août 1987', '1987-08-01'],
    ['Wednesday the 23rd of September 2026', '2026-09-23'],
  ])('reads %s', (text, date) => {
    const model = modelOf({ settings, numbers: Float32Array.from(unpackHalves(weights)) });
    const { symbols } = dateTask().read(text);
    expect(finish(translate(model, symbols)).target.join('')).toBe(date);
  });
});
