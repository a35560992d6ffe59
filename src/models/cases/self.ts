/** @file self, multi-head, grouped-query: attention within X, from X to a memory Y, or of given Q, K and V; with heads and groups. */

import type { Value } from '../../engine/graph.ts';
import { self } from '../../mechanisms/self.ts';
import {
  joinHeads,
  project,
  selfAttention,
  shareGroups,
  splitHeads,
  type QueryKeyValue,
} from '../../mechanisms/self.ts';
import type { AxisPlan, Desk } from './desk.ts';
import { announceTo, type CaseProgram, type Output } from './program.ts';
import { collect } from './scoreParameters.ts';
import { CaseError } from './tensorData.ts';
import { causalMask, takeGivenScores, takeMask } from './visible.ts';

/** What was read: how many heads (undefined: no head axis), and what makes Q, K and V. */
interface Source {
  readonly heads: number | undefined;
  readonly T: number;
  readonly S: number;
  /** Width of what W_O reads: all heads' values. */
  readonly joined: number;
  readonly make: () => QueryKeyValue;
}

/** Q, K and V as they are: [T, d_k], or [H, T, d_k] with K and V of G heads. */
function readGiven(desk: Desk): Source {
  const stranger = (['X', 'Y'] as const).find((name) => desk.has('inputs', name));
  if (stranger !== undefined) {
    throw new CaseError(
      `inputs.${stranger} stands beside Q, K and V; expected X with projections, or Q, K and V`,
    );
  }
  const headed = desk.shape('inputs', 'Q')?.length === 3;
  const lead = (label: string): AxisPlan[] => (headed ? [['h', label]] : []);
  const Q = desk.need('inputs', 'Q', [...lead('H'), ['i', 'T'], ['k', 'd_k']]);
  const K = desk.need('inputs', 'K', [...lead('G'), ['j', 'S'], ['k', 'd_k']]);
  const V = desk.need('inputs', 'V', [...lead('G'), ['j', 'S'], ['v', 'd_v']]);
  const { graph } = desk;
  const heads = headed ? desk.size('H') : 1;
  if (headed && heads % desk.size('G') !== 0) {
    throw new CaseError(
      `inputs.Q has ${heads} heads and K has ${desk.size('G')}; expected the heads of Q to be a multiple of those of K`,
    );
  }
  checkHeads(desk, heads, headed ? desk.size('G') : 1);
  return {
    heads: headed ? heads : undefined,
    T: desk.size('T'),
    S: desk.size('S'),
    joined: heads * desk.size('d_v'),
    make: () =>
      headed ? { Q, K: shareGroups(graph, K, heads), V: shareGroups(graph, V, heads) } : { Q, K, V },
  };
}

/** `heads` and `kv_heads` beside given Q, K and V may only say what these say themselves. */
function checkHeads(desk: Desk, heads: number, groups: number): void {
  for (const [name, found] of [['heads', heads] as const, ['kv_heads', groups] as const]) {
    const said = desk.whole(name);
    if (said === undefined || said === found) continue;
    throw new CaseError(`options.${name} is ${said}; expected ${found}, as Q and K are given`);
  }
}

/** X [n, d] and its projections; K and V from Y [S, d] where there is one. */
function readProjected(desk: Desk): Source {
  const { graph } = desk;
  const X = desk.need('inputs', 'X', [
    ['i', 'T'],
    ['x', 'd'],
  ]);
  const Y = desk.take('inputs', 'Y', [
    ['j', 'S'],
    ['x', 'd'],
  ]);
  const asked = desk.whole('heads');
  const [heads, groups] = [asked ?? 1, desk.whole('kv_heads') ?? asked ?? 1];
  if (heads % groups !== 0) {
    throw new CaseError(`options.kv_heads is ${groups}; expected a divisor of the ${heads} heads`);
  }
  const p = { ...projection(desk, 'Q', 'k', heads, 'heads') };
  const d_k = (p['W_Q']?.axes[0]?.size ?? 0) / heads;
  Object.assign(
    p,
    projection(desk, 'K', 'k', groups, 'kv_heads', d_k),
    projection(desk, 'V', 'v', groups, 'kv_heads'),
  );
  const d_v = (p['W_V']?.axes[0]?.size ?? 0) / groups;
  const headed = asked !== undefined;
  const T = desk.size('T');
  return {
    heads: headed ? heads : undefined,
    T,
    S: Y === undefined ? T : desk.size('S'),
    joined: heads * d_v,
    make() {
      const memory = Y ?? graphRow(X);
      const made = {
        Q: project(graph, p, 'Q', X),
        K: project(graph, p, 'K', memory),
        V: project(graph, p, 'V', memory),
      };
      if (!headed) return made;
      return {
        Q: graph.named('Q', splitHeads(graph, made.Q, 'k', heads, heads), 'query'),
        K: graph.named('K', splitHeads(graph, made.K, 'k', heads, groups), 'key'),
        V: graph.named('V', splitHeads(graph, made.V, 'v', heads, groups), 'value'),
      };
    },
  };
}

/** X as its own memory: who is asked is counted by j. */
function graphRow(X: Value): Value {
  return { id: X.id, axes: X.axes.map((axis) => (axis.name === 'i' ? { ...axis, name: 'j' } : axis)) };
}

/** W_L [parts · width, d] and b_L, whose rows the heads (or groups) share evenly. */
function projection(
  desk: Desk,
  letter: 'Q' | 'K' | 'V',
  axis: 'k' | 'v',
  parts: number,
  option: string,
  width?: number,
): Record<string, Value> {
  const rows = desk.shape('params', `W_${letter}`)?.[0] ?? parts;
  if (rows % parts !== 0) {
    throw new CaseError(
      `options.${option} is ${parts}; expected a divisor of the ${rows} rows of W_${letter}`,
    );
  }
  const label = { Q: 'H d_k', K: 'G d_k', V: 'G d_v' }[letter];
  const out: AxisPlan = width === undefined ? [axis, label] : [axis, label, parts * width];
  return collect(desk, [
    { name: `W_${letter}`, axes: [out, ['x', 'd']] },
    { name: `b_${letter}`, axes: [out], optional: true },
  ]);
}

function prepare(desk: Desk): () => readonly Output[] {
  const { graph } = desk;
  const isGiven = (['Q', 'K', 'V'] as const).some((name) => desk.has('inputs', name));
  const source = isGiven ? readGiven(desk) : readProjected(desk);
  const headed = source.heads !== undefined;
  const rows = (name: string): AxisPlan[] => [
    ...(headed && desk.shape('inputs', name)?.length === 3
      ? [['h', 'H', source.heads] as unknown as AxisPlan]
      : []),
    ['i', 'T', source.T],
    ['j', 'S', source.S],
  ];
  const mask = takeMask(desk, rows('mask'));
  const bias = desk.take('inputs', 'bias', rows('bias'));
  const given = takeGivenScores(desk, rows('e_given'));
  const causal = desk.flag('causal') ?? false;
  const visible = causal ? causalMask(desk, source.T, source.S, mask) : () => mask;
  const scale = desk.number('scale');
  const temperature = desk.positive('temperature') ?? 1;
  const p = collect(desk, [
    {
      name: 'W_O',
      axes: [
        ['o', 'd_out'],
        ['v', 'all values', source.joined],
      ],
      optional: true,
    },
  ]);
  if (p['W_O'] !== undefined) {
    Object.assign(p, collect(desk, [{ name: 'b_O', axes: [['o', 'd_out']], optional: true }]));
  }
  return () => {
    const options = {
      temperature,
      ...(scale === undefined ? {} : { scale }),
      ...(bias === undefined ? {} : { bias }),
      ...given,
    };
    const announce = announceTo(graph);
    announce('projection');
    const { e, masked, alpha, c } = selfAttention(graph, source.make(), visible(), options, announce);
    const lead = headed ? ['h'] : [];
    if (p['W_O'] !== undefined) announce('output');
    return [
      { name: 'e', value: e, axes: [...lead, 'i', 'j'] },
      { name: 'masked', value: masked, axes: [...lead, 'i', 'j'] },
      { name: 'alpha', value: alpha, axes: [...lead, 'i', 'j'] },
      { name: 'c', value: c, axes: [...lead, 'i', 'v'] },
      ...(p['W_O'] === undefined ? [] : [{ name: 'out', value: joinHeads(graph, p, c), axes: ['i', 'o'] }]),
    ];
  };
}

export const selfPrograms: readonly CaseProgram[] = [self.id, 'multi-head', 'grouped-query'].map((id) => ({
  id,
  prepare,
}));
