/** @file What two runs of one example differ by, as a trace of its own: every number less that of the other run. */

import type { Trace } from '../../engine/trace.ts';

/** One less the other, cell by cell; null where they do not have the same tensors. It explains nothing: its numbers were not computed so. */
export function differenceTrace(one: Trace, other: Trace): Trace | null {
  const isSame =
    one.data.length === other.data.length &&
    one.tensors.length === other.tensors.length &&
    one.tensors.every((tensor, k) => {
      const twin = other.tensors[k];
      return (
        twin !== undefined &&
        tensor.name === twin.name &&
        tensor.at === twin.at &&
        tensor.axes.length === twin.axes.length &&
        tensor.axes.every(({ size }, d) => size === twin.axes[d]?.size)
      );
    });
  return isSame ? { ...one, data: one.data.map((value, k) => value - (other.data[k] ?? Number.NaN)) } : null;
}
