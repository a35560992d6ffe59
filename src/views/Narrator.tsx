/** @file The narrator: what this step does, in sentences about this word with these numbers, its formula, and questions with answers. */

import type { ReactNode } from 'react';
import type { Address } from '../engine/explanation.ts';
import type { Cursor, Pair } from '../geometry/cursor.ts';
import type { Without } from '../geometry/narration/narration.ts';
import type { NarratorMessages } from '../messages/en/narratorMessages.ts';
import type { SceneData, Words } from './scene.ts';

export interface NarratorProps {
  readonly scene: SceneData;
  readonly cursor: Cursor;
  /** The mechanism's id: `additive`, `dot`, `general`, `concat`. */
  readonly mechanism: string;
  readonly words: Words;
  /** `narratorMessages(mechanism)`: load it with the scene, and keep one object per mechanism. */
  readonly messages: NarratorMessages;
  /** The worker's answer for the cursor's target word of this trace; `running` while it is computed; null if it was not asked for. */
  readonly counterfactual: Without | 'running' | null;
  /** The reader asks what would be written at target step t (from 1; one past the last word: the end mark) without each source word in turn. */
  readonly onAskCounterfactual: (t: number) => void;
  /** A number was chosen: open "How was this number computed?" for it. */
  readonly onOpen: (address: Address) => void;
  readonly onHighlight: (pair: Pair | null) => void;
  /** "How was this number computed?": stands between the formula and the questions. */
  readonly children?: ReactNode;
}

/** The right-hand column of a scene. */
export function Narrator({ words, messages, children }: NarratorProps) {
  return (
    <section className="narrator" aria-label={words.formatter.text(messages['narrator.name'] ?? '')}>
      {children}
    </section>
  );
}
