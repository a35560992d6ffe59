/** @file The parameters of the encoder–decoder: names, shapes and first values. */

import type { Axes } from '../../engine/tensor.ts';
import { cellCount } from '../../engine/tensor.ts';
import type { Random } from '../../lib/random.ts';
import type { Attention } from '../../mechanisms/attend.ts';

/** The widths of a model. */
export interface ModelWidths {
  /** Source and target words. */
  readonly sourceWords: number;
  readonly targetWords: number;
  /** Embedding of a source word (axis e) and of a target word (axis y). */
  readonly embedding: number;
  /** One direction of the encoder (axis d); annotations are twice that (axis n). */
  readonly encoder: number;
  /** The decoder's state (axis m). */
  readonly decoder: number;
  /** The comparison inside the score (axis a). */
  readonly attention: number;
  /** The deep read-out (axis r). */
  readonly readout: number;
}

export interface NamedShape {
  readonly name: string;
  readonly axes: Axes;
}

const gates = ['z', 'r', 'h'] as const;

/** All parameters of a model with this mechanism, in the order of its weight file. */
export function parameterShapes(mechanism: Attention, widths: ModelWidths): NamedShape[] {
  const axis = (name: string, size: number): Axes[number] => ({ name, size });
  const e = axis('e', widths.embedding);
  const y = axis('y', widths.embedding);
  const d = axis('d', widths.encoder);
  const n = axis('n', 2 * widths.encoder);
  const m = axis('m', widths.decoder);
  const r = axis('r', widths.readout);
  const v = axis('v', widths.targetWords);
  const cell = (prefix: string, out: Axes[number], input: Axes[number], context: Axes): NamedShape[] =>
    gates.flatMap((gate) => [
      { name: `${prefix}W_${gate}`, axes: [out, input] },
      ...context.map((from) => ({ name: `${prefix}C_${gate}`, axes: [out, from] })),
      { name: `${prefix}U_${gate}`, axes: [out, axis(`${out.name}'`, out.size)] },
      { name: `${prefix}b_${gate}`, axes: [out] },
    ]);
  const scored = mechanism
    .parameters({ query: m.size, key: n.size, hidden: widths.attention, longest: 50 })
    .filter((shape) => shape.optional !== true)
    .map(({ name, axes }) => ({ name: name.length === 1 ? `${name}_a` : name, axes }));
  // Read in one direction alone, the annotations are as wide.
  const reader = mechanism.reads === 'forward' ? axis('d', n.size) : d;
  const readers = mechanism.reads === 'forward' ? ['forward_'] : ['forward_', 'backward_'];
  return [
    { name: 'E_x', axes: [axis('x', widths.sourceWords), e] },
    { name: 'E_y', axes: [axis('w', widths.targetWords), y] },
    ...readers.flatMap((prefix) => cell(prefix, reader, e, [])),
    { name: 'W_s', axes: [m, reader] },
    ...scored,
    ...cell('', m, y, [n]),
    { name: 'W_o_c', axes: [r, n] },
    { name: 'W_o_s', axes: [r, m] },
    { name: 'W_o_y', axes: [r, y] },
    { name: 'b_o', axes: [r] },
    { name: 'W_out', axes: [v, r] },
    { name: 'b_out', axes: [v] },
  ];
}

/**
 * First values: embeddings uniform in ±0.1, biases 0, all else uniform in ±√(6 / (rows + columns)) (Glorot, Bengio 2010).
 * Only a square root is used, which every machine rounds alike.
 */
export function initialValues(shape: NamedShape, random: Random): Float32Array {
  const values = new Float32Array(cellCount(shape.axes));
  if (/(^|_)b_/.test(shape.name)) return values;
  const fans = shape.axes.reduce((sum, one) => sum + one.size, 0);
  const reach = shape.name.startsWith('E_')
    ? 0.1
    : Math.sqrt(6 / (shape.axes.length === 1 ? fans + 1 : fans));
  for (let k = 0; k < values.length; k++) values[k] = (2 * random.next() - 1) * reach;
  return values;
}
