/** @file What holds for everything that is in a registry, from the moment that it is listed. */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../src/cli/setUp/run.mjs';
import { Graph, type Value } from '../src/engine/graph.ts';
import { createPlainKernels } from '../src/engine/kernels/plain.ts';
import { ops } from '../src/engine/ops/all.ts';
import { cellCount, type Axes } from '../src/engine/tensor.ts';
import { attentions, mechanisms, others } from '../src/mechanisms/all.ts';
import { attend } from '../src/mechanisms/attend.ts';
import type { Described } from '../src/mechanisms/mechanism.ts';
import { programs } from '../src/models/cases/all.ts';

/** The files of a folder of `src` that hold one thing each. */
function filesIn(folder: string, besides: readonly string[]): string[] {
  return readdirSync(path.join(root, 'src', folder))
    .filter((name) => name.endsWith('.ts') && !besides.includes(name))
    .map((name) => name.replace('.ts', ''));
}

/** `scaled-dot` as its file is called. */
function fileName(id: string): string {
  return id.replaceAll(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase());
}

const described: readonly Described[] = [...attentions, ...others];

describe('every op', () => {
  it('has a file of its own that is named for it, and is listed', () => {
    expect([...ops.keys()].map(fileName).toSorted()).toEqual(filesIn('engine/ops', ['all.ts']).toSorted());
  });

  it('is listed under its own name', () => {
    for (const [name, op] of ops) expect(op.name).toBe(name);
  });
});

describe('every mechanism', () => {
  it('has a file of its own that is named for it, and is listed', () => {
    const files = filesIn('mechanisms', ['all.ts', 'mechanism.ts', 'attend.ts']);
    expect(described.map(({ id }) => fileName(id)).toSorted()).toEqual(files.toSorted());
  });

  it.each(described.map((one) => [one.id, one] as const))(
    '%s names its paper, and where in it',
    (_, { paper }) => {
      expect(paper.authors).not.toBe('');
      expect(paper.title).not.toBe('');
      expect(paper.equation).toMatch(/equation|appendix|section/);
      expect(paper.year).toBeGreaterThan(1950);
    },
  );

  it.each(described.map(({ id }) => [id]))('%s can be run from a case file', (id) => {
    expect(programs.has(id)).toBe(true);
  });

  it.each(described.map(({ id }) => [id]))('%s says in its first sentence what it computes', (id) => {
    const text = readFileSync(path.join(root, 'src/mechanisms', `${fileName(id)}.ts`), 'utf8');
    expect(text).toMatch(new RegExp(`^/\\*\\* @file ${id}: \\S`));
  });

  it('is explained to those who add one', () => {
    expect(existsSync(path.join(root, 'src/mechanisms/README.md'))).toBe(true);
  });
});

describe.each(mechanisms.map((one) => [one.id, one] as const))('the score %s', (_, mechanism) => {
  const widths = { query: 3, key: 3, hidden: 4, longest: 5 };

  function look(query: Axes, keys: Axes): { graph: Graph; e: Value; alpha: Value; c: Value } {
    const graph = new Graph(createPlainKernels(), { eager: true });
    const numbers = (axes: Axes, seed: number): number[] =>
      Array.from({ length: cellCount(axes) }, (_, k) => Math.sin(seed + 1.7 * k));
    const p = Object.fromEntries(
      mechanism
        .parameters(widths)
        .map(({ name, axes }, k) => [name, graph.parameter(name, axes, numbers(axes, k))]),
    );
    const s = graph.input('s', query, numbers(query, 11));
    const h = graph.input('h', keys, numbers(keys, 12));
    const memory = { keys: h, values: h, prepared: mechanism.prepare(graph, h, p) };
    return { graph, ...attend(graph, mechanism, s, memory, p) };
  }

  const [i, j, b] = [
    { name: 'i', size: 2 },
    { name: 'j', size: 5 },
    { name: 'b', size: 3 },
  ];
  const [m, n] = [
    { name: 'm', size: 3 },
    { name: 'n', size: 3 },
  ];

  it('gives one query a row of shares that sum to 1, and a context of the values’ width', () => {
    const { graph, e, alpha, c } = look([m], [j, n]);
    expect(e.axes).toEqual([j]);
    expect(c.axes).toEqual([n]);
    expect([...graph.read(alpha)].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('carries several queries and a batch along by the names of their axes', () => {
    expect(look([i, m], [j, n]).e.axes).toEqual([i, j]);
    const { e, c } = look([b, m], [j, b, n]);
    expect(e.axes.map(({ name }) => name).toSorted()).toEqual(['b', 'j']);
    expect(c.axes.map(({ name }) => name).toSorted()).toEqual(['b', 'n']);
  });

  it('gives every query of a batch what it gives it alone', () => {
    const { graph, e } = look([i, m], [j, n]);
    const rows = [...graph.read(e)];
    const alone = look([m], [j, n]);
    expect(rows.slice(0, 5)).toEqual([...alone.graph.read(alone.e)]);
  });
});
