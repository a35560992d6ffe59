/** @file Blocks of tensors: copying between a tensor and a range of another along one axis. */

import type { Kernels, Sizes, Strided } from './kernels/kernels.ts';
import type { Placed } from './op.ts';
import { strideAlong, type Axes } from './tensor.ts';

/** A place in the heap with a stride for each axis by name. */
export interface Block {
  readonly at: number;
  readonly axes: Axes;
}

/** The part of a tensor that starts at index `from` of an axis. */
export function along(tensor: Placed, over: string, from = 0): Block {
  return { at: tensor.at + from * strideAlong(tensor.axes, over), axes: tensor.axes };
}

/** d (+)= s over all cells of `shape`, with each side's own strides by axis name. Returns what runs it. */
export function copyBlock(
  kernels: Kernels,
  d: Block,
  s: Block,
  shape: Axes,
  accumulate: boolean,
): () => void {
  const loops = shape
    .filter((axis) => axis.size > 1)
    .map((axis) => ({
      size: axis.size,
      d: strideAlong(d.axes, axis.name),
      s: strideAlong(s.axes, axis.name),
    }));
  for (let k = loops.length - 1; k > 0; k--) {
    const [outer, inner] = [loops[k - 1], loops[k]];
    if (outer === undefined || inner === undefined) continue;
    if (outer.d === inner.d * inner.size && outer.s === inner.s * inner.size) {
      loops.splice(k - 1, 2, { ...inner, size: inner.size * outer.size });
    }
  }
  if (loops.length > 4) throw new Error('copy: more than four axes that do not join');
  while (loops.length < 4) loops.unshift({ size: 1, d: 0, s: 0 });
  const sizes = loops.map((loop) => loop.size) as unknown as Sizes;
  const to: Strided = { at: d.at, strides: loops.map((loop) => loop.d) as unknown as Strided['strides'] };
  const from: Strided = { at: s.at, strides: loops.map((loop) => loop.s) as unknown as Strided['strides'] };
  return () => kernels.multiplyAdd(sizes, to, from, null, 1, accumulate);
}
