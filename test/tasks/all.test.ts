/** @file Laws that hold for every task, and the answers of each against a second way of finding them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../src/lib/random.ts';
import { longestRange, taskIds, taskOf } from '../../src/tasks/all.ts';
import { digitExample, digitSplitOf } from '../../src/tasks/digits/task.ts';
import { reference } from '../../src/tasks/translation/parse.ts';

const lengths = { dates: 40, reversal: 10, copy: 7, sort: 12, translation: 7 } as const;

describe.each(taskIds)('taskOf(%s)', (id) => {
  const task = taskOf(id, lengths[id]);

  it('draws examples of known symbols, within its length, with gold places that are there; the same for the same seed', () => {
    const draw = (seed: number) => {
      const random = new Random(seed);
      return Array.from({ length: 300 }, () => task.draw(random));
    };
    const examples = draw(1);
    expect(draw(1)).toEqual(examples);
    for (const { source, target, gold } of examples) {
      expect(source.length).toBeGreaterThan(0);
      expect(source.length).toBeLessThanOrEqual(task.longest);
      expect(target.length).toBeGreaterThan(0);
      expect(source.every((symbol) => task.source.has(symbol))).toBe(true);
      expect(target.every((symbol) => task.target.has(symbol))).toBe(true);
      expect(gold).toHaveLength(target.length);
      for (const place of gold.flat()) expect(source[place]).toBeDefined();
    }
  });

  it('keeps test, development and training apart', () => {
    const random = new Random(2);
    const sets = [
      Array.from({ length: 2000 }, () => task.draw(random)),
      task.heldOut(300, 2, 'test'),
      task.heldOut(300, 2, 'development'),
    ].map((examples) => new Set(examples.map(({ source }) => source.join(' '))));
    sets.forEach((one, k) => {
      for (const other of sets.slice(k + 1)) for (const text of other) expect(one.has(text)).toBe(false);
    });
    expect(sets[1]?.size).toBe(300);
  });

  it('reads its own examples and samples', () => {
    const random = new Random(3);
    for (let k = 0; k < 100; k++) {
      const { source } = task.draw(random);
      expect(task.read(task.write(source)).symbols).toEqual(source);
    }
    for (const sample of task.samples) {
      const { symbols } = task.read(sample);
      expect(symbols.length).toBeGreaterThan(0);
      expect(symbols.length).toBeLessThanOrEqual(task.longest);
      expect(symbols.every((symbol) => task.source.has(symbol))).toBe(true);
    }
  });

  it('refuses a length outside its range, naming it', () => {
    const range = longestRange[id];
    if (range === null) return expect(taskOf(id, 3).longest).toBe(40);
    expect(() => taskOf(id, range[1] + 1)).toThrow(`longest is ${range[1] + 1}`);
    expect(() => taskOf(id, 2.5)).toThrow('longest is 2.5');
  });
});

describe('digitExample', () => {
  const rows = fc.array(fc.constantFrom(...Array.from('0123456789')), { minLength: 1, maxLength: 20 });

  it('reverses, copies and sorts as the platform does, and its gold places hold what is written', () => {
    fc.assert(
      fc.property(rows, (source) => {
        expect(digitExample('reversal', source).target).toEqual(source.toReversed());
        expect(digitExample('copy', source).target).toEqual(source);
        expect(digitExample('sort', source).target).toEqual(source.toSorted());
        for (const id of ['reversal', 'copy', 'sort'] as const) {
          const { target, gold } = digitExample(id, source);
          gold.forEach((places, t) => {
            expect(places.length).toBeGreaterThan(0);
            for (const place of places) expect(source[place]).toBe(target[t]);
          });
        }
      }),
    );
  });

  it('holds out about a tenth of all rows of six digits', () => {
    let held = 0;
    for (let number = 0; number < 1_000_000; number += 7)
      if (digitSplitOf(Array.from(String(number).padStart(6, '0'))) !== 'training') held += 1;
    expect(held / (1_000_000 / 7)).toBeCloseTo(0.1, 2);
  });
});

describe('small translation', () => {
  it('gives the translation that the grammar of the whole world gives', () => {
    const task = taskOf('translation', 8);
    const random = new Random(4);
    for (let k = 0; k < 300; k++) {
      const { source, target } = task.draw(random);
      expect(target).toEqual(reference(source)?.target);
    }
  });
});
