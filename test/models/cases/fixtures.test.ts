/** @file The case files that others have computed: every one passes, and their gradients cover what can be differentiated. */

import { describe, expect, it } from 'vitest';
import { programs } from '../../../src/models/cases/all.ts';
import { runCase } from '../../../src/models/cases/run.ts';
import { casesOf } from './files.ts';

const files = ['published', 'generated', 'oracle'].flatMap(casesOf);

describe('a case file', () => {
  it.each(files.map(({ name, json }) => [name, json] as const))('%s passes', (_, json) => {
    const { verdict, file } = runCase(json);
    expect(verdict?.failed).toEqual([]);
    expect(verdict?.maxError).toBeLessThanOrEqual(file.tolerance);
  });

  it('fails when one expected number is off by more than its tolerance', () => {
    for (const { json } of files) {
      const tolerance = Number(json['tolerance'] ?? 1e-6);
      const spoiled = structuredClone(json) as unknown as {
        expected: Record<string, { data: (number | string)[] }>;
      };
      const [name, first] = Object.entries(spoiled.expected)[0] ?? [];
      if (name === undefined || first === undefined) throw new Error('nothing is expected');
      const number = Number(first.data[0]);
      first.data[0] = number + 3 * tolerance * Math.max(1, Math.abs(number));
      expect(runCase(spoiled).verdict).toMatchObject({ pass: false, failed: [name] });
    }
  });
});

describe('the ids of case files', () => {
  // The same programs with heads have names of their own: their cases belong to a later mechanism.
  const withOracle = [...programs.keys()].filter((id) => !['multi-head', 'grouped-query'].includes(id));

  it.each(withOracle)('%s has at least three cases that are not ours', (id) => {
    expect(files.filter(({ json }) => json.mechanism === id).length).toBeGreaterThanOrEqual(3);
  });

  it.each(withOracle.filter((id) => id !== 'positional'))(
    '%s has a gradient expected for every tensor that it takes',
    (id) => {
      const mine = files.filter(({ json }) => json.mechanism === id);
      const given = new Set(
        mine.flatMap(({ json }) => [...Object.keys(json.inputs ?? {}), ...Object.keys(json.params ?? {})]),
      );
      for (const name of ['mask', 'given_at']) given.delete(name);
      const asked = new Set(
        mine.flatMap(({ json }) => (json['gradient'] as { wrt: string[] } | undefined)?.wrt ?? []),
      );
      expect([...given].filter((name) => !asked.has(name))).toEqual([]);
    },
  );
});
