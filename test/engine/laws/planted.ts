/** @file Deliberately wrong ops: each is a right one with one thing wrong, and breaks exactly the laws that are named. */

import {
  ofInput,
  ofOutput,
  sumOf,
  term,
  type Explanation,
  type Local,
} from '../../../src/engine/explanation.ts';
import { derivative } from '../../../src/engine/kernels/functions.ts';
import { ops } from '../../../src/engine/ops/all.ts';
import type { Attributes, CellSite, GradientSite, Op, Site } from '../../../src/engine/op.ts';
import { generators, type Draw } from './generators.ts';
import type { Sample } from './bench.ts';
import type { laws } from './laws.ts';

/** A wrong op: what is wrong, how samples of it are drawn, and which laws see it. The other laws do not. */
export interface Planted {
  readonly fault: string;
  readonly generate: (draw: Draw) => Sample;
  readonly breaks: readonly (keyof typeof laws)[];
}

type Explain = (site: CellSite<Attributes>, right: Explanation<Local>) => Explanation<Local>;
type Backward = (site: Site<Attributes>, gradients: GradientSite, right: () => void) => () => void;

/** The named op with another explanation or another backward pass. */
function wrong(
  name: string,
  change: { explain?: Explain; backward?: Backward; forward?: Op['forward'] },
): Op {
  const op = ops.get(name);
  if (op === undefined) throw new Error(`there is no op ${name}`);
  const { explain, backward, forward } = change;
  return {
    ...op,
    forward: forward ?? ((site) => op.forward(site)),
    backward: (site, gradients) => {
      const right = op.backward(site, gradients);
      return backward === undefined ? right : backward(site, gradients, right);
    },
    explain: (site) => (explain === undefined ? op.explain(site) : explain(site, op.explain(site))),
  };
}

function planted(
  name: string,
  fault: string,
  breaks: Planted['breaks'],
  change: Parameters<typeof wrong>[1],
): Planted {
  const generate = generators[name];
  if (generate === undefined) throw new Error(`${name} has no generator`);
  const op = wrong(name, change);
  return { fault: `${name}: ${fault}`, breaks, generate: (draw) => ({ ...generate(draw), op }) };
}

/** The gradient of operand k with every added part multiplied by `factor`. */
function scaled(factor: number, k = 0): Backward {
  return ({ kernels, inputs }, gradients, right) =>
    () => {
      const at = gradients.inputs[k] ?? -1;
      const length = inputs[k]?.axes.reduce((product, axis) => product * axis.size, 1) ?? 0;
      const before = Float64Array.from(kernels.heap.subarray(at, at + length));
      right();
      before.forEach((old, i) => {
        kernels.heap[at + i] = old + factor * ((kernels.heap[at + i] as number) - old);
      });
    };
}

/** The gradient overwrites what was there. */
const overwriting: Backward =
  ({ kernels, inputs }, gradients, right) =>
  () => {
    inputs.forEach(({ axes }, k) => {
      const at = gradients.inputs[k] ?? -1;
      const length = axes.reduce((product, axis) => product * axis.size, 1);
      if (at >= 0) kernels.fill(at, length, 0);
    });
    right();
  };

export const plantedOps: readonly Planted[] = [
  planted('multiply', 'retells a value that is off by a billionth', ['retelling', 'perturbing'], {
    explain: (_, right) =>
      right.rule === 'sum' ? sumOf(right.terms.map(({ of }) => term(1 + 1e-9, ...of))) : right,
  }),
  planted('softmax', 'forgets the temperature in its explanation', ['retelling', 'perturbing'], {
    explain: (_, right) =>
      right.rule === 'share' ? { ...right, temperature: right.temperature * 1.01 } : right,
  }),
  planted('stack', 'names the first operand in place of each', ['retelling', 'perturbing', 'completeness'], {
    explain: (site) => ({
      rule: 'choice',
      by: 'place',
      of: ofInput(0, site.cell % Math.max(1, site.inputs[0]?.reduce((n, axis) => n * axis.size, 1) ?? 1)),
      constant: 0,
      among: [],
      because: null,
    }),
  }),
  planted('contract', 'explains no cell', ['retelling', 'perturbing', 'completeness'], {
    explain: () => ({ rule: 'given' }),
  }),
  planted('multiply', 'hides an operand in a constant', ['perturbing', 'completeness'], {
    explain: (site, right) => {
      if (right.rule !== 'sum') return right;
      return sumOf(
        right.terms.map(({ factor, of: [a, b] }) =>
          a === undefined || b === undefined ? term(factor) : term(factor * site.value(b), a),
        ),
      );
    },
  }),
  planted('map', 'tells the tangent, which is right at this point alone', ['perturbing'], {
    explain: (site, right) => {
      if (right.rule !== 'function') return right;
      const [x, y] = [site.value(right.of), site.value(ofOutput(0, site.cell))];
      const slope = derivative(right.f, x, y, right.constant);
      return sumOf([term(slope, right.of), term(y - slope * x)]);
    },
  }),
  planted('max', 'names the winner and no other candidate', ['completeness'], {
    explain: (_, right) =>
      right.rule === 'choice' && right.of !== null ? { ...right, among: [right.of] } : right,
  }),
  planted('concat', 'names a cell that has no part in it', ['completeness'], {
    explain: (site, right) => {
      if (right.rule !== 'choice' || right.of === null) return right;
      const { place, cell } = right.of;
      const size = site.inputs[place]?.reduce((product, axis) => product * axis.size, 1) ?? 1;
      const stranger = ofInput(place, (cell + 1) % size);
      return sumOf([term(1, right.of), term(1, stranger), term(-1, stranger)]);
    },
  }),
  planted('gru', 'leaves the reset gate out of what it names', ['perturbing', 'completeness'], {
    explain: (site, right) =>
      site.output === 5 && right.rule === 'sum'
        ? sumOf([term(site.value(ofOutput(4, site.cell)), ...(right.terms[0]?.of.slice(1) ?? []))])
        : right,
  }),
  planted('gru', 'says z for 1 − z', ['retelling', 'perturbing'], {
    explain: (site, right) =>
      site.output === 0 && right.rule === 'sum' ? sumOf(right.terms.slice(1)) : right,
  }),
  planted('map', 'has the gradient of the other sign', ['gradient'], { backward: scaled(-1) }),
  planted('contract', 'forgets an operand in its gradient', ['gradient'], { backward: scaled(0, 1) }),
  planted('softmax', 'forgets a factor in its gradient', ['gradient'], { backward: scaled(1.001) }),
  planted('gru', 'has half the gradient of its recurrent matrix', ['gradient'], { backward: scaled(0.5, 6) }),
  planted('add', 'overwrites the gradient that is there', ['gradient'], { backward: overwriting }),
  planted('slice', 'overwrites the gradient that is there', ['gradient'], { backward: overwriting }),
  planted('gather', 'adds its gradient to the next row', ['gradient'], {
    backward: ({ kernels, inputs: [table, ids] }, gradients) => {
      const [rows = 1, ...rest] = table?.axes.map((axis) => axis.size) ?? [];
      const width = rest.reduce((product, size) => product * size, 1);
      const count = ids?.axes.reduce((product, axis) => product * axis.size, 1) ?? 0;
      const at = gradients.inputs[0] ?? -1;
      return () => {
        for (let r = 0; r < count; r++) {
          const id = ((kernels.heap[(ids?.at ?? 0) + r] as number) + 1) % rows;
          for (let k = 0; k < width; k++) {
            const cell = at + id * width + k;
            kernels.heap[cell] =
              (kernels.heap[cell] as number) + (kernels.heap[gradients.output + r * width + k] as number);
          }
        }
      };
    },
  }),
];
