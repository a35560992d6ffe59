/** @file What holds for every lesson: its data fit together, every beat runs and is told, every number is explained. */
import { describe, expect, it } from 'vitest';
import katex from 'katex';
import { caseOf, exampleOf } from '../../src/app/pages/hand/example.ts';
import { sheetRows } from '../../src/app/pages/hand/sheetRows.ts';
import { toldValues } from '../../src/app/pages/hand/told.ts';
import { bandModel } from '../../src/geometry/hand/bandModel.ts';
import { lessons } from '../../src/lessons/all.ts';
import { createFormatter } from '../../src/messages/formatter.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { hand } from '../../src/messages/en/hand.ts';
import { handPage } from '../../src/url/pages/hand.ts';
import { untold } from '../mechanisms/traceLaws.ts';

type BeatWords = Readonly<Record<string, { title: string; text: string; ask?: string; answer?: string }>>;
const words = import.meta.glob<Record<string, BeatWords>>('../../src/messages/en/lessons/*.ts', {
  eager: true,
});

function wordsOf(lesson: string): BeatWords {
  const name = lesson.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return words[`../../src/messages/en/lessons/${name}.ts`]?.[name] ?? {};
}

const english = createFormatter('en');
const parts = ['problem', 'encoding', 'scoring', 'weighting', 'context', 'decoding'];

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (id, lesson) => {
  it('has all six parts in their order, and every beat a name of its own', () => {
    const places = lesson.beats.map(({ part }) => parts.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect([...new Set(places)]).toEqual([0, 1, 2, 3, 4, 5]);
    const ids = lesson.beats.map((beat) => beat.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has words for its beats and for nothing else', () => {
    expect(Object.keys(wordsOf(id)).toSorted()).toEqual(lesson.beats.map((beat) => beat.id).toSorted());
  });

  it('names only rows, tensors and sizes that it has', () => {
    const bands = new Set(lesson.bands.map((band) => band.id));
    const given = new Set(Object.keys(lesson.given));
    for (const beat of lesson.beats) {
      const named = [
        ...beat.look,
        ...beat.terms,
        ...Object.values(beat.values ?? {}).map(({ band }) => band),
      ];
      expect(named.filter((band) => !bands.has(band))).toEqual([]);
      expect(
        [...beat.grids, ...(beat.set ?? []).map(({ name }) => name)].filter(
          (name) => !given.has(name) && lesson.sizes[name.replace('size_', '')] === undefined,
        ),
      ).toEqual([]);
    }
    for (const [name, { axes, data }] of Object.entries(lesson.given)) {
      const sizes = axes.map((axis) =>
        axis.split('+').reduce((sum, label) => sum + (lesson.sizes[label]?.size ?? Number.NaN), 0),
      );
      expect(
        sizes.reduce((product, size) => product * size, 1),
        name,
      ).toBe(data.length);
      if (axes.length > 0) expect(hand.numbers, name).toBeDefined();
    }
    for (const band of lesson.bands) expect(Object.keys(hand.bands), band.id).toContain(band.id);
    for (const name of lesson.beats.flatMap(({ grids }) => grids))
      expect(Object.keys(hand.numbers.grids)).toContain(name);
    for (const [label, { least, most }] of Object.entries(lesson.sizes))
      if (least < most) expect(Object.keys(hand.numbers.size)).toContain(label);
  });

  it.each(lesson.beats.map((beat) => [beat.id, beat] as const))(
    'at %s runs, has all its rows, explains every cell, and says only what its numbers say',
    (name, beat) => {
      const example = exampleOf(lesson, handPage(id, name));
      expect(example.leftOut).toEqual([]);
      const { trace } = runCase(JSON.parse(JSON.stringify(caseOf(example))));
      expect(untold(trace).slice(0, 3)).toEqual([]);
      for (const { band, state } of sheetRows(lesson, beat)) {
        const model = bandModel(trace, null, band, beat.t);
        if (state === 'now') expect(model, band.id).not.toBeNull();
      }
      const said = wordsOf(id)[name];
      const values = toldValues(trace, example);
      for (const value of Object.values(values)) expect(value).not.toBeNaN();
      for (const message of [said?.title, said?.text, said?.ask, said?.answer])
        if (message !== undefined) expect(() => english.text(message, values), name).not.toThrow();
      if (beat.formula !== undefined) {
        expect(() =>
          katex.renderToString(beat.formula?.tex ?? '', { strict: 'ignore', trust: true }),
        ).not.toThrow();
        expect(beat.formula.plain).not.toBe('');
      }
    },
  );

  it('has no ties among its scores and weights, and none that vanish', () => {
    for (const beat of lesson.beats.filter(({ part }) => part === 'weighting')) {
      const { trace } = runCase(JSON.parse(JSON.stringify(caseOf(exampleOf(lesson, handPage(id, beat.id))))));
      for (const band of lesson.bands.filter((one) => one.as === 'score' && one.part === 'scoring')) {
        const values = bandModel(trace, null, band, beat.t)?.columns.map(([cell]) => cell?.value) ?? [];
        if (lesson.ties !== true) expect(new Set(values).size, `${beat.id} ${band.id}`).toBe(values.length);
      }
    }
  });
});
