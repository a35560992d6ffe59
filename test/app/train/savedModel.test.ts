/** @file A model as a file: the same numbers come back bit for bit; broken and foreign files are named for what they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSavedModel, writeSavedModel, type SavedModel } from '../../../src/app/pages/train/savedModel.ts';
import { taskSettings } from '../../../src/training/taskSettings.ts';

const model: SavedModel = {
  name: 'Mine',
  settings: taskSettings('dates'),
  step: 120,
  heldOut: { loss: 0.5, symbols: 0.9, exact: 0.75 },
  numbers: Float32Array.of(1, -0.5, 1e-38, 3.4e38, -0),
};

const changed = (change: (data: Record<string, unknown>) => void): string => {
  const data = JSON.parse(writeSavedModel(model)) as Record<string, unknown>;
  change(data);
  return JSON.stringify(data);
};

describe('readSavedModel', () => {
  it('gives back what writeSavedModel wrote, every float32 bit for bit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { maxLength: 300 }),
        fc.string({ minLength: 1, maxLength: 20 }),
        (numbers, name) => {
          const written = { ...model, name, numbers: Float32Array.from(numbers) };
          const read = readSavedModel(writeSavedModel(written));
          expect(read).toEqual(written);
          expect(new Uint32Array(read.numbers.buffer)).toEqual(new Uint32Array(written.numbers.buffer));
        },
      ),
    );
  });

  it('reads a file whose numbers fill many pieces', () => {
    const numbers = Float32Array.from({ length: 20_000 }, (_, k) => Math.sin(k));
    expect(readSavedModel(writeSavedModel({ ...model, numbers })).numbers).toEqual(numbers);
  });

  it.each([
    ['no JSON', 'PNG', 'it is not JSON'],
    ['another program’s JSON', '{"a": 1}', 'format: expected “lookback-model”'],
    ['a list', '[]', 'format: expected'],
    ['a later version', changed((data) => (data['version'] = 2)), 'version: '],
    [
      'an unknown task',
      changed((data) => (data['settings'] = { ...model.settings, task: 'chess' })),
      'settings.task: ',
    ],
    [
      'an unknown mechanism',
      changed((data) => (data['settings'] = { ...model.settings, mechanism: 'x' })),
      'settings.mechanism: ',
    ],
    [
      'a missing width',
      changed((data) => (data['settings'] = { ...model.settings, widths: {} })),
      'settings.widths.embedding: ',
    ],
    ['an empty name', changed((data) => (data['name'] = '')), 'name: '],
    ['no numbers', changed((data) => delete data['numbers']), 'numbers: '],
    [
      'half a number',
      changed((data) => (data['numbers'] = btoa('abc'))),
      'numbers: 3 bytes; expected a multiple of 4',
    ],
    ['no base64', changed((data) => (data['numbers'] = 'a*b')), 'numbers: expected numbers in base64'],
    [
      'an infinite number',
      changed((data) => (data['numbers'] = btoa('\u0000\u0000\u0080\u007f'))),
      'numbers: number 1 is not finite',
    ],
  ])('refuses %s and says why', (_, text, why) => {
    expect(() => readSavedModel(text)).toThrow(why);
  });

  it('never fails in another way, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => readSavedModel(text)).toThrow(Error);
      }),
    );
  });
});
