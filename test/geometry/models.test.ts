/** @file What views draw of a trace: nothing that was not computed, and nothing before its time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, valueAt } from '../../src/engine/explain.ts';
import { attentionAt, extentsOf, lengthsOf } from '../../src/geometry/attention.ts';
import { cellName } from '../../src/geometry/cellName.ts';
import { cursorOf, placesOf, stepOf } from '../../src/geometry/cursor.ts';
import { distributionModel } from '../../src/geometry/distributionModel.ts';
import { functionText } from '../../src/geometry/functionText.ts';
import { gateModel } from '../../src/geometry/gateModel.ts';
import { matrixAddress, matrixModel, matrixText, shownInRow } from '../../src/geometry/matrixModel.ts';
import { progressOf } from '../../src/geometry/progress.ts';
import { sumModel } from '../../src/geometry/sumModel.ts';
import { cellsIn, indicesOf, tensorNamed } from '../../src/geometry/tensorIndex.ts';
import { thresholdOf } from '../../src/geometry/threshold.ts';
import { timelineGroups } from '../../src/geometry/timelineModel.ts';
import {
  ARROWS,
  earlierArrows,
  readRows,
  sharesOfContext,
  worksheetModel,
} from '../../src/geometry/worksheetModel.ts';
import { untrainedScene } from '../support/untrainedScene.ts';

const scene = untrainedScene();
const { trace } = scene;
const S = scene.source.length;
const T = scene.target.length;
const at = (t: number, stage: string, cell = 0) => ({ t, at: stage, cell });

describe('a cursor', () => {
  it('stands on each step of the trace, and the step on it', () => {
    trace.stages.forEach((mark, step) => expect(stepOf(trace, cursorOf(mark))).toBe(step));
    expect(stepOf(trace, at(99, 'score'))).toBe(-1);
  });

  it('goes through the places of a step from left to right, and backwards where the sentence is read backwards', () => {
    expect(placesOf(trace, at(2, 'score'))).toEqual([1, 2, 3, 4]);
    expect(placesOf(trace, at(0, 'backward'))).toEqual([4, 3, 2, 1]);
    expect(placesOf(trace, at(2, 'word'))).toEqual([]);
  });
});

describe('progressOf', () => {
  it('counts what comes before the cursor as past, what comes after as future', () => {
    const state = (t: number, stage: string): string => progressOf(trace, at(3, 'softmax'), t, stage).state;
    expect([state(-1, 'embedding'), state(1, 'word'), state(2, 'score'), state(2, 'softmax')]).toEqual([
      'past',
      'past',
      'past',
      'now',
    ]);
    expect([state(2, 'context'), state(3, 'score')]).toEqual(['future', 'future']);
  });

  it('has, inside a step, the places up to the current one', () => {
    const progress = progressOf(trace, at(0, 'backward', 3), -1, 'backward');
    expect([0, 1, 2, 3].map((j) => progress.has(j))).toEqual([false, false, true, true]);
    expect([progress.current, progress.whole]).toEqual([2, false]);
    expect(progressOf(trace, at(1, 'score', 4), 0, 'score').whole).toBe(true);
  });
});

describe('worksheetModel', () => {
  it('shows at each stage what is computed by then, for every step', () => {
    for (const mark of trace.stages.filter(({ t }) => t >= 0)) {
      const model = worksheetModel(trace, cursorOf(mark), scene.target);
      const order = ['score', 'softmax', 'context', 'state', 'word'].indexOf(mark.stage);
      expect(model.columns).toHaveLength(S);
      for (const column of model.columns) {
        expect([column.hasScore, column.hasWeight, column.hasShare]).toEqual([true, order >= 1, order >= 2]);
      }
      expect(model.contextSoFar !== null).toBe(order >= 2);
    }
  });

  it('takes scores and weights from the trace', () => {
    const model = worksheetModel(trace, at(3, 'word'), scene.target);
    const e = tensorNamed(trace, 'e', 2);
    model.columns.forEach((column, j) => {
      expect(column.score).toBe(valueAt(trace, { tensor: e?.id ?? -1, cell: j }));
    });
    expect(model.columns.reduce((sum, column) => sum + column.weight, 0)).toBeCloseTo(1, 12);
  });

  it('asks with the state before: of the last step, or the first state', () => {
    expect(worksheetModel(trace, at(3, 'score'), scene.target).attention.query?.tensor).toBe(
      tensorNamed(trace, 's', 1),
    );
    expect(worksheetModel(trace, at(1, 'score'), scene.target).attention.query?.tensor).toBe(
      tensorNamed(trace, 's', -1),
    );
  });

  it('adds up the context place by place, and ends at the context of the trace', () => {
    const { keys, attention } = worksheetModel(trace, at(2, 'context'), scene.target);
    if (keys === null) throw new Error('the trace has no h');
    const shares = sharesOfContext(attention, keys);
    for (let cell = 1; cell <= S; cell++) {
      const model = worksheetModel(trace, at(2, 'context', cell), scene.target);
      model.contextSoFar?.forEach((value, n) => {
        const expected = shares.slice(0, cell).reduce((sum, share) => sum + (share[n] ?? 0), 0);
        expect(value).toBeCloseTo(expected, 12);
      });
    }
    expect(worksheetModel(trace, at(2, 'context'), scene.target).contextSoFar).toBe(
      attention.context?.values,
    );
  });

  it('draws arrows as wide as their weights, and none before there are weights, and none for the end mark', () => {
    const model = worksheetModel(trace, at(4, 'softmax'), scene.target);
    for (const arrow of model.arrows) {
      expect(arrow.width).toBe((attentionAt(trace, 3).weights?.values[arrow.j] ?? 0) * ARROWS.full);
      expect(arrow.path).toMatch(/^M[\d.]+,0C.*,56$/);
    }
    expect(model.arrows.length).toBeGreaterThan(0);
    expect(worksheetModel(trace, at(4, 'score'), scene.target).arrows).toEqual([]);
    expect(worksheetModel(trace, at(T + 1, 'word'), scene.target)).toMatchObject({ isEnd: true, arrows: [] });
    expect(
      earlierArrows(trace, 3, scene.target).every(
        (arrow, k) => arrow.width === (model.arrows[k]?.width ?? 0) / 2,
      ),
    ).toBe(true);
  });
});

describe('readRows', () => {
  it('has the embedded words, both readings and both together, in this order', () => {
    const rows = readRows(trace, at(0, 'forward', 2));
    expect(rows.map((row) => row.name)).toEqual(['x', 'h_forward', 'h_backward', 'h']);
    expect(rows.map((row) => row.progress.state)).toEqual(['past', 'now', 'future', 'future']);
  });
});

describe('matrixModel', () => {
  it('has a row a target word and no row for the end mark', () => {
    const model = matrixModel(trace, 'alpha');
    expect([model.rows.length, model.columns, model.size]).toEqual([T, S, T * S]);
    expect(lengthsOf(trace)).toEqual({ source: S, target: T });
  });

  it('leaves rows empty that are not computed, and copies exact numbers', () => {
    const cursor = at(2, 'softmax', 3);
    const shown = (t: number): number => shownInRow(trace, 'alpha', cursor, t);
    expect([0, 1, 2].map(shown)).toEqual([4, 3, 0]);
    const lines = matrixText(matrixModel(trace, 'alpha'), shown).split('\n');
    expect(lines[0]?.split('\t').map(Number)).toEqual([...(attentionAt(trace, 0).weights?.values ?? [])]);
    expect(lines[1]?.split('\t').filter((cell) => cell === '')).toHaveLength(1);
    expect(lines[2]).toBe('\t'.repeat(S - 1));
  });

  it('gives the address of a cell, and none beyond its edges', () => {
    const model = matrixModel(trace, 'e');
    expect(matrixAddress(model, 1, 2)).toEqual({ tensor: tensorNamed(trace, 'e', 1)?.id, cell: 2 });
    expect(matrixAddress(model, T, 0)).toBeUndefined();
    expect(matrixAddress(model, 0, S)).toBeUndefined();
  });
});

describe('timelineGroups', () => {
  it('has reading, one group a target word, and the end, with every step once', () => {
    const groups = timelineGroups(trace);
    expect(groups.map((group) => group.group)).toEqual(['read', ...scene.target.map(() => 'word'), 'end']);
    expect(groups.flatMap((group) => group.marks.map((mark) => mark.step))).toEqual(
      trace.stages.map((_, k) => k),
    );
  });
});

describe('distributionModel', () => {
  it('has the likeliest words first, and adds up to 1 with the others', () => {
    const model = distributionModel(trace, 0, 3);
    const p = tensorNamed(trace, 'p', 0);
    expect(model.tensor).toBe(p?.id);
    expect(model.others).toBe(scene.targetWords.length - 3);
    const values = p === undefined ? [] : [...cellsIn(trace, p)];
    expect(model.top.map(({ probability }) => probability)).toEqual(
      values.toSorted((a, b) => b - a).slice(0, 3),
    );
    const texts = [...model.top.map(({ text }) => text), model.restText];
    expect(texts.reduce((sum, text) => sum + Math.round(Number(text) * 1e4), 0)).toBe(1e4);
  });
});

describe('gateModel', () => {
  const after = (cursor: { t: number; at: string; cell: number }): void => {
    const parts = Object.fromEntries(gateModel(trace, cursor).map(({ part, values }) => [part, values]));
    const { before, update, candidate } = parts;
    expect(Object.keys(parts)).toEqual(['before', 'reset', 'update', 'candidate', 'after']);
    parts['after']?.forEach((value, k) => {
      const z = update?.[k] ?? Number.NaN;
      // h′ = (1 − z) ∘ h + z ∘ h̃: the parts that are shown together belong together.
      expect((1 - z) * (before?.[k] ?? 0) + z * (candidate?.[k] ?? 0)).toBeCloseTo(value, 12);
    });
  };

  it('shows vectors that make the new state of the decoder', () => {
    for (let t = 1; t <= T + 1; t++) after(at(t, 'state'));
  });

  it('shows vectors that make each state of the encoder, from the zeros before the first', () => {
    for (let j = 1; j <= S; j++) {
      after(at(0, 'forward', j));
      after(at(0, 'backward', j));
    }
  });

  it('is empty in stages that run no unit', () => {
    expect([gateModel(trace, at(1, 'score')), gateModel(trace, at(0, 'forward'))]).toEqual([[], []]);
  });
});

describe('cellName', () => {
  it('names every operand that an explanation can lead to', () => {
    const alpha = tensorNamed(trace, 'alpha', 2);
    const seen = new Set<string>();
    const visit = (tensor: number, cell: number, depth: number): void => {
      const name = cellName(trace, { tensor, cell });
      seen.add(name.symbol.plain);
      expect(name.symbol.plain).not.toMatch(/undefined|NaN/);
      if (depth === 0) return;
      const explanation = explain(trace, { tensor, cell });
      const operands =
        explanation.rule === 'sum'
          ? explanation.terms.flatMap((term) => term.of)
          : explanation.rule === 'share'
            ? explanation.whole
            : 'of' in explanation && explanation.of !== null
              ? [explanation.of]
              : [];
      for (const one of operands.slice(0, 3)) visit(one.tensor, one.cell, depth - 1);
    };
    visit(alpha?.id ?? -1, 1, 9);
    expect(seen).toContain('α₃,₂');
    expect(seen).toContain('e₃,₂');
    expect([...seen].some((name) => /^vₐ\[\d+\]$/.test(name))).toBe(true);
  });

  it('says which place and step a number belongs to', () => {
    const e = tensorNamed(trace, 'e', 2);
    expect(cellName(trace, { tensor: e?.id ?? -1, cell: 1 }).pair).toEqual({ t: 3, j: 2 });
    const W = tensorNamed(trace, 'W_a', -1);
    expect(cellName(trace, { tensor: W?.id ?? -1, cell: 13 })).toMatchObject({
      pair: {},
      symbol: { plain: 'Wₐ[2, 4]' },
    });
  });
});

describe('sumModel', () => {
  it('shows the largest terms first, and says what the others are together', () => {
    const model = sumModel([0.1, -3, 2, 0.01, 0.02], 2);
    expect(model.shown.map(({ place }) => place)).toEqual([1, 2]);
    expect(model).toMatchObject({ others: 3, othersText: '0.130', totalText: '\u22120.870' });
  });

  it('has no others where all terms are shown', () => {
    expect(sumModel([1, 2], 5)).toMatchObject({ others: 0, othersText: '', totalText: '3.00' });
  });
});

describe('thresholdOf', () => {
  it('cuts scores so that the shares add up to 1', () => {
    const scores = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, (values) => {
        const sparse = thresholdOf(values, 'sparsemax');
        expect(values.reduce((sum, x) => sum + Math.max(x - sparse, 0), 0)).toBeCloseTo(1, 9);
        const entmax = thresholdOf(values, 'entmax-1.5');
        expect(values.reduce((sum, x) => sum + Math.max(x / 2 - entmax, 0) ** 2, 0)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('functionText', () => {
  it('puts the number into the function', () => {
    expect([
      functionText('tanh', '1.23', 0),
      functionText('sigmoid', '0', 0),
      functionText('scale', '2.00', 0.5),
      functionText('inverseSqrt', 'x', 0.00001),
    ]).toEqual(['tanh(1.23)', 'σ(0)', '0.500 × 2.00', '1 ÷ √(x + 1.00×10⁻⁵)']);
  });
});

describe('extents', () => {
  it('hold every score and every state of the trace', () => {
    const { score, vector } = extentsOf(trace);
    for (const tensor of trace.tensors.filter(({ name }) => ['e', 'h', 's', 'c'].includes(name))) {
      const reach = tensor.name === 'e' ? score : vector;
      expect(Math.max(...cellsIn(trace, tensor).map(Math.abs))).toBeLessThanOrEqual(reach);
    }
  });

  it('of indices are row-major', () => {
    expect(
      indicesOf(
        [
          { name: 'a', size: 2 },
          { name: 'b', size: 3 },
        ],
        5,
      ),
    ).toEqual([1, 2]);
  });
});
