/** @file The vectors of a worksheet that the reader has unfolded, under it. */

import { memo } from 'react';
import type { Address } from '../../engine/explanation.ts';
import type { TensorRecord } from '../../engine/trace.ts';
import type { Ramp } from '../../geometry/colour.ts';
import type { SceneData, Words } from '../scene.ts';
import { Vector } from '../Vector.tsx';
import { vectorKey } from './unfolding.ts';

/** A vector that the worksheet shows: a tensor, or its row (from 0; −1 for all of it). */
export interface ShownVector {
  readonly tensor: TensorRecord;
  readonly row: number;
  readonly ramp: Ramp;
}

export interface UnfoldedProps {
  readonly scene: SceneData;
  readonly words: Words;
  /** What can be unfolded here, in the order of the worksheet. */
  readonly vectors: readonly ShownVector[];
  readonly unfolded: ReadonlySet<string>;
  readonly opened: Address | null;
  readonly onOpen: (address: Address) => void;
  readonly onUnfold: (key: string) => void;
}

/** The numbers of the unfolded ones. */
export const Unfolded = memo(function Unfolded(props: UnfoldedProps) {
  const { scene, words, vectors, unfolded, opened, onOpen, onUnfold } = props;
  if (unfolded.size === 0) return null;
  return vectors.map(({ tensor, row, ramp }) => {
    const key = vectorKey(scene.trace, tensor, row);
    if (!unfolded.has(key)) return null;
    return (
      <Vector
        key={key}
        trace={scene.trace}
        words={words}
        tensor={tensor}
        row={row}
        ramp={ramp}
        about={row < 0 ? '' : (scene.source[row] ?? '')}
        unfoldKey={key}
        opened={opened?.tensor === tensor.id ? opened : null}
        onOpen={onOpen}
        onUnfold={onUnfold}
      />
    );
  });
});

/** One vector a source place. */
export function rowsOf(tensor: TensorRecord, ramp: Ramp): ShownVector[] {
  return Array.from({ length: tensor.axes[0]?.size ?? 0 }, (_, row) => ({ tensor, row, ramp }));
}
