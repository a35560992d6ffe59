/** @file Steps of shipped models as case files: running the case computes the model's own numbers. */

import { describe, expect, it } from 'vitest';
import { shippedModel } from '../../src/cli/shippedModel.ts';
import { caseText, stepsCase } from '../../src/exports/caseFile.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { finish, translate } from '../../src/models/seq2seq/translate.ts';
import { attentions } from '../../src/mechanisms/all.ts';
import { shippedModels } from './agreement.ts';
import { untrainedScene } from '../support/untrainedScene.ts';

/** What running the case's text says of it. */
function judged(file: object) {
  const { verdict, outputs } = runCase(JSON.parse(caseText(file)));
  return { verdict, names: [...outputs.keys()] };
}

describe.each(shippedModels)('stepsCase of the shipped model %s', (id) => {
  const { trace, target } = finish(
    translate(shippedModel(id).model, 'the black cat sees the white dog'.split(' ')),
  );

  it('computes one step again', () => {
    const { verdict, names } = judged(stepsCase(trace, id, [2], 'a link'));
    expect(names).toEqual(expect.arrayContaining(id === 'none' ? ['c'] : ['e', 'alpha', 'c']));
    expect(verdict).toMatchObject({ pass: true, failed: [] });
    expect(verdict?.maxError).toBeLessThan(1e-9);
  });

  it('computes all steps again', () => {
    const file = stepsCase(
      trace,
      id,
      target.map((_, t) => t),
      'a link',
    );
    expect(judged(file).verdict).toMatchObject({ pass: true, failed: [] });
  });

  it('fails when the states of it are changed', () => {
    const file = JSON.parse(caseText(stepsCase(trace, id, [2], 'a link'))) as {
      inputs: { h: { data: number[] } };
    };
    file.inputs.h.data = file.inputs.h.data.map((cell) => cell + 0.5);
    expect(judged(file).verdict?.pass).toBe(false);
  });
});

describe('stepsCase of a model that was never trained', () => {
  it.each(attentions.map(({ id }) => id))('computes the steps of %s again', (id) => {
    const { trace } = untrainedScene({ mechanism: id });
    expect(judged(stepsCase(trace, id, [1, 2], 'a link')).verdict).toMatchObject({ pass: true, failed: [] });
  });
});
