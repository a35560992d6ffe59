/** @file Model files that are missing, cut or wrong are refused with the file, the field and what was expected. */
import { describe, expect, it } from 'vitest';
import { FileError, loadModelFile } from '../../src/worker/modelFile.ts';
import { fetchFrom, untrainedCard, untrainedWeights } from './channel.ts';

const card = untrainedCard('additive');
const weights = untrainedWeights('additive');

function load(replaced: Parameters<typeof fetchFrom>[0], shares: number[] = []) {
  const fetch = fetchFrom(replaced);
  const progress = (share: number): number => shares.push(share);
  return loadModelFile('additive', {
    fetch,
    app: 'http://app.test/',
    signal: new AbortController().signal,
    progress,
  });
}

describe('loadModelFile', () => {
  it('loads a model and tells how much has arrived', async () => {
    const shares: number[] = [];
    const { model, card } = await load({}, shares);
    expect(card.hash).toMatch(/^[0-9a-f]{8}$/);
    expect(model.parameters.reduce((sum, { values }) => sum + values.length, 0)).toBe(card.parameters);
    expect(shares.at(-1)).toBe(1);
  });

  it.each([
    [
      'a card that is not there',
      { 'models/additive.json': 404 },
      /models\/additive\.json answered 404; expected 200/,
    ],
    [
      'a card that is a page',
      { 'models/additive.json': '<!doctype html>' },
      /additive\.json: it is not JSON/,
    ],
    [
      'a card without widths',
      { 'models/additive.json': JSON.stringify({ ...card, widths: undefined }) },
      /additive\.json: widths/,
    ],
    [
      'a width of 0',
      {
        'models/additive.json': JSON.stringify({
          ...card,
          widths: { ...(card['widths'] as object), decoder: 0 },
        }),
      },
      /widths\.decoder/,
    ],
    [
      'a hash of another kind',
      { 'models/additive.json': JSON.stringify({ ...card, hash: 'XYZ' }) },
      /hash: expected 8 hexadecimal digits/,
    ],
    [
      'a card of another model',
      { 'models/additive.json': JSON.stringify({ ...card, id: 'dot' }) },
      /id is dot; expected additive/,
    ],
    [
      'a card of another grammar',
      { 'models/additive.json': JSON.stringify({ ...card, grammarVersion: 99 }) },
      /grammarVersion is 99; expected/,
    ],
    [
      'weights that are not there',
      { 'models/additive.bin': 500 },
      /models\/additive\.bin\?[0-9a-f]{8} answered 500/,
    ],
    [
      'weights that were cut',
      { 'models/additive.bin': weights.slice(0, 1000) },
      /additive\.bin: weights: 1000 bytes; expected \d+/,
    ],
  ])('refuses %s', async (_, replaced, message) => {
    const loading = load(replaced);
    await expect(loading).rejects.toThrow(message);
    await expect(loading).rejects.toBeInstanceOf(FileError);
  });
});
