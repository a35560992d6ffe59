/** @file Two traces side by side: one timeline for both, where each stands on it, and what they differ by. */
import { describe, expect, it } from 'vitest';
import type { StageMark, Trace } from '../../src/engine/trace.ts';
import { placesOf, stepOf } from '../../src/geometry/cursor.ts';
import { differenceModel, signed } from '../../src/geometry/differenceModel.ts';
import { mergedSteps, mergedWords, standingIn } from '../../src/geometry/sideBySide.ts';
import { cellsIn, tensorNamed } from '../../src/geometry/tensorIndex.ts';
import { untrainedScene } from '../support/untrainedScene.ts';

const additive = untrainedScene({ mechanism: 'additive' });
const dot = untrainedScene({ mechanism: 'dot', target: ['le', 'chien', 'noir'] });

function traceOf(stages: readonly string[], t = 0): Trace {
  const marks = stages.map((stage): StageMark => ({ group: 'word', t, stage }));
  return { tensors: [], ops: [], stages: marks, data: new Float64Array(0) };
}

const names = (trace: Trace): string[] => trace.stages.map(({ stage }) => stage);

describe('mergedSteps', () => {
  it('has every step of both traces, in order, each once', () => {
    const merged = mergedSteps(additive.trace, dot.trace);
    for (const { stages } of [additive.trace, dot.trace]) {
      for (const { t, stage } of stages)
        expect(merged.stages.filter((mark) => mark.t === t && mark.stage === stage)).toHaveLength(1);
    }
    expect(merged.stages).toHaveLength(additive.trace.stages.length);
    expect(merged.stages.map(({ t }) => t)).toEqual(
      merged.stages.map(({ t }) => t).toSorted((a, b) => a - b),
    );
  });

  it('is about a word as long as one of both writes one', () => {
    const merged = mergedSteps(dot.trace, additive.trace);
    const groupAt = (t: number) => new Set(merged.stages.filter((mark) => mark.t === t).map((m) => m.group));
    expect([...groupAt(3)]).toEqual(['word']); // the end of the shorter, the fourth word of the longer
    expect([...groupAt(5)]).toEqual(['end']);
    expect([...groupAt(-1)]).toEqual(['read']);
  });

  it('puts a stage that only one has where that one has it', () => {
    const one = traceOf(['score', 'softmax', 'context', 'state', 'word']);
    expect(names(mergedSteps(one, traceOf(['state', 'word'])))).toEqual(names(one));
    expect(names(mergedSteps(traceOf(['state', 'word']), one))).toEqual(names(one));
    const other = traceOf(['score', 'window', 'softmax', 'context', 'word']);
    expect(names(mergedSteps(one, other))).toEqual([
      'score',
      'window',
      'softmax',
      'context',
      'state',
      'word',
    ]);
  });

  it('keeps the order of the first where they contradict one another, each stage once', () => {
    const one = traceOf(['score', 'softmax', 'state', 'word']);
    const other = traceOf(['state', 'score', 'softmax', 'word']);
    expect(names(mergedSteps(one, other))).toEqual(names(one));
  });

  it('can be gone into, word by word, as either trace can', () => {
    const merged = mergedSteps(additive.trace, dot.trace);
    expect(placesOf(merged, { t: 1, at: 'score', cell: 0 })).toEqual([1, 2, 3, 4]);
  });
});

describe('standingIn', () => {
  const both = mergedSteps(additive.trace, dot.trace);

  it('is the cursor itself where the trace has it', () => {
    const cursor = { t: 2, at: 'softmax', cell: 3 };
    expect(standingIn(dot.trace, cursor, both)).toEqual({ cursor, lacks: 'nothing' });
  });

  it('says that a trace had ended, and stands at its last step', () => {
    const { cursor, lacks } = standingIn(dot.trace, { t: 5, at: 'softmax', cell: 2 }, both);
    expect(lacks).toBe('ended');
    expect(cursor).toEqual({ t: 4, at: 'word', cell: 0 });
    expect(stepOf(dot.trace, cursor)).toBe(dot.trace.stages.length - 1);
  });

  it('says that a trace has no such stage, and stands at its step before: it does not run ahead', () => {
    const plain = untrainedScene({ mechanism: 'none' }).trace;
    const steps = mergedSteps(plain, additive.trace);
    expect(standingIn(plain, { t: 2, at: 'softmax', cell: 0 }, steps)).toEqual({
      cursor: { t: 1, at: 'word', cell: 0 },
      lacks: 'stage',
    });
    expect(standingIn(plain, { t: 2, at: 'context', cell: 0 }, steps).lacks).toBe('nothing');
  });
});

describe('mergedWords', () => {
  it('names both words where they differ, and the only one where one has ended', () => {
    expect(mergedWords(['le', 'chat', 'noir', 'dort'], ['le', 'chien', 'noir'])).toEqual([
      'le',
      'chat / chien',
      'noir',
      'dort',
    ]);
  });
});

describe('differenceModel', () => {
  it.each(['e', 'alpha'] as const)('is one less the other for the words that both write: %s', (name) => {
    const model = differenceModel(additive.trace, dot.trace, name);
    expect(model.rows).toHaveLength(3);
    let largest = 0;
    for (const { t, values } of model.rows) {
      const [mine, theirs] = [additive, dot].map(({ trace }) => {
        const tensor = tensorNamed(trace, name, t);
        return tensor === undefined ? [] : [...cellsIn(trace, tensor)];
      });
      const expected = (mine ?? []).map((value, j) => value - (theirs?.[j] ?? Number.NaN));
      expect([...values]).toEqual(expected);
      largest = Math.max(largest, ...expected.map(Math.abs));
    }
    expect(model.largest).toBe(largest);
    const { row, column } = model.at ?? { row: -1, column: -1 };
    expect(Math.abs(model.rows[row]?.values[column] ?? 0)).toBe(largest);
  });

  it('is nothing everywhere for a trace and itself, with no largest place', () => {
    const model = differenceModel(dot.trace, dot.trace, 'alpha');
    expect(model.rows.flatMap(({ texts, fullTexts }) => [...texts, ...fullTexts])).toEqual(
      Array.from({ length: 24 }, () => '0'),
    );
    expect(model).toMatchObject({ largest: 0, at: null });
  });

  it('writes signs, and no sign before zero', () => {
    expect(['0.12', '−0.12', '0.000', '1.20×10⁻⁷'].map(signed)).toEqual([
      '+0.12',
      '−0.12',
      '0',
      '+1.20×10⁻⁷',
    ]);
  });
});
