/** @file "How was this number computed?": one cell retold from its explanation, every operand of which can be opened in turn. */

import type { Address } from '../engine/explanation.ts';
import type { Pair } from '../geometry/cursor.ts';
import type { SceneData, Unfolding, Words } from './scene.ts';

export interface CellStoryProps extends Unfolding {
  readonly scene: SceneData;
  readonly words: Words;
  /** The cell that is explained. */
  readonly opened: Address;
  /** Makes an operand the cell that is explained. */
  readonly onOpen: (address: Address) => void;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** The story of a number, down to inputs and parameters. */
export function CellStory(props: CellStoryProps) {
  return <section className="cell-story">{props.opened.cell}</section>;
}
