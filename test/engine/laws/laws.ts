/** @file The laws of the house, as functions that tell how a sample breaks them: nothing, if it keeps them. */

import { operandsOf, type Local } from '../../../src/engine/explanation.ts';
import { magnitude, retell } from '../../../src/engine/retell.ts';
import { Random } from '../../../src/lib/random.ts';
import { Bench, reader, type Outputs, type Sample } from './bench.ts';

/** How far a retelling may be from the cell, relative to max(|cell|, Σ|terms|). */
const RETOLD = 1e-12;

/** How far a gradient may be from the central difference, relative to max(1, |g|, ‖g‖∞). */
const GRADIENT = 1e-6;

const STEP = 1e-5;

type Cells = readonly (readonly number[])[];

/** The same cells with one of them moved. */
function moved(cells: Cells, operand: number, cell: number, by: number): number[][] {
  return cells.map((own, k) => own.map((value, i) => (k === operand && i === cell ? value + by : value)));
}

/** Calls back with every cell of every output. */
function eachCell(outputs: Outputs, visit: (output: number, cell: number, value: number) => void): void {
  outputs.forEach((cells, output) => cells.forEach((value, cell) => visit(output, cell, value)));
}

/** Every cell of every operand that is not discrete: operand and cell. */
function continuousCells(sample: Sample): [number, number][] {
  return sample.operands.flatMap((operand, k) =>
    operand.discrete === true ? [] : operand.cells.map((_, cell): [number, number] => [k, cell]),
  );
}

/** At most `count` of them, drawn. */
function someOf<T>(all: readonly T[], count: number, random: Random): T[] {
  if (all.length <= count) return [...all];
  return Array.from({ length: count }, () => all[Math.floor(random.next() * all.length)] as T);
}

/** What is wrong with one retelling. */
function retellingFault(told: number, value: number, size: number, where: string): string[] {
  if (Object.is(told, value) || Math.abs(told - value) <= RETOLD * Math.max(Math.abs(value), size)) return [];
  return [`${where} is ${value} and retold ${told}`];
}

/** An explanation retold gives the cell, for every cell of every output. */
export function retelling(sample: Sample): string[] {
  const bench = new Bench(sample);
  const outputs = bench.run(bench.cells);
  const read = reader(bench.cells, outputs);
  const faults: string[] = [];
  eachCell(outputs, (output, cell, value) => {
    const explanation = bench.explain(output, cell, bench.cells, outputs);
    if (explanation.rule === 'given') faults.push(`output ${output} cell ${cell} is not explained`);
    else
      faults.push(
        ...retellingFault(
          retell(explanation, read),
          value,
          magnitude(explanation, read),
          `output ${output} cell ${cell}`,
        ),
      );
  });
  return faults;
}

/** Change an operand, and what was explained before retells what the op gives now. */
export function perturbing(sample: Sample): string[] {
  const bench = new Bench(sample);
  const outputs = bench.run(bench.cells);
  const random = new Random(1);
  const faults: string[] = [];
  for (const [operand, place] of someOf(continuousCells(sample), 12, random)) {
    const cells = moved(bench.cells, operand, place, 1e-3 * (1 + random.next()));
    const after = bench.run(cells);
    const read = reader(cells, after);
    eachCell(after, (output, cell, value) => {
      const explanation = bench.explain(output, cell, bench.cells, outputs);
      const where = `output ${output} cell ${cell} after a change of operand ${operand} cell ${place}`;
      faults.push(...retellingFault(retell(explanation, read), value, magnitude(explanation, read), where));
    });
  }
  return faults;
}

/** The input cells that can be reached from a cell through its explanation and those of the op's inner tensors. */
function reached(bench: Bench, outputs: Outputs, output: number, cell: number): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (local: Local): void => {
    const key = `${local.place}:${local.cell}`;
    if (local.side === 'input') {
      found.add(key);
      return;
    }
    if (seen.has(key)) return;
    seen.add(key);
    for (const operand of operandsOf(bench.explain(local.place, local.cell, bench.cells, outputs)))
      visit(operand);
  };
  visit({ side: 'output', place: output, cell });
  return found;
}

/** Where a derivative is looked for: near, and far to both sides, so that a choice falls otherwise. */
const POINTS = [0, 0.7, -0.9, 30, -30] as const;

/** What all cells are multiplied by besides: close together, every place has a share. */
const BASES = [1, 0.05] as const;

/** Which outputs' cells have a derivative that is not identically zero with respect to one input cell. */
function movers(bench: Bench, operand: number, place: number): Set<string> {
  const found = new Set<string>();
  for (const base of BASES) {
    const cells = bench.cells.map((own, k) =>
      bench.sample.operands[k]?.discrete === true ? own : own.map((cell) => cell * base),
    );
    for (const point of POINTS) {
      const high = bench.run(moved(cells, operand, place, point + 1e-4));
      const low = bench.run(moved(cells, operand, place, point - 1e-4));
      eachCell(high, (output, cell, value) => {
        const other = low[output]?.[cell] as number;
        // A whole number of difference is a choice that fell otherwise, not a slope.
        if (!Object.is(value, other) && Math.abs(value - other) < 0.5) found.add(`${output}:${cell}`);
      });
    }
  }
  return found;
}

/** An input cell can be reached from an explanation exactly when the derivative there is not identically zero. */
export function completeness(sample: Sample): string[] {
  const bench = new Bench(sample);
  const outputs = bench.run(bench.cells);
  const random = new Random(2);
  const faults: string[] = [];
  const chosen = someOf(continuousCells(sample), 12, random).map(
    ([operand, place]) => ({ key: `${operand}:${place}`, moves: movers(bench, operand, place) }) as const,
  );
  bench.run(bench.cells);
  eachCell(outputs, (output, cell) => {
    const reach = reached(bench, outputs, output, cell);
    for (const { key, moves } of chosen) {
      const [told, does] = [reach.has(key), moves.has(`${output}:${cell}`)];
      if (told && !does) faults.push(`output ${output} cell ${cell} names ${key}, which does not move it`);
      if (does && !told)
        faults.push(`output ${output} cell ${cell} is moved by ${key}, which it does not name`);
    }
  });
  return faults;
}

/** The gradient, added to what is there, equals the central difference. */
export function gradient(sample: Sample): string[] {
  const bench = new Bench(sample);
  const random = new Random(3);
  const value = bench.run(bench.cells)[0] ?? [];
  const upstream = value.map(() => 2 * random.next() - 1);
  const given = bench.gradients(upstream, 0.375);
  const largest = Math.max(0, ...given.flatMap((one) => one ?? []).map(Math.abs));
  const loss = (cells: Cells): number =>
    (bench.run(cells)[0] ?? []).reduce(
      // A hidden score is −∞ whatever happens: it has no part in the sum.
      (sum, cell, k) => (cell === -Infinity ? sum : sum + cell * (upstream[k] as number)),
      0,
    );
  return someOf(continuousCells(sample), 24, random).flatMap(([operand, place]) => {
    const got = given[operand]?.[place] as number;
    const difference =
      (loss(moved(bench.cells, operand, place, STEP)) - loss(moved(bench.cells, operand, place, -STEP))) /
      (2 * STEP);
    return Math.abs(got - difference) <= GRADIENT * Math.max(1, Math.abs(got), largest)
      ? []
      : [`operand ${operand} cell ${place}: gradient ${got}, difference ${difference}`];
  });
}

/** All laws by name. */
export const laws = { retelling, perturbing, completeness, gradient } as const;
