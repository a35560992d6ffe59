/** @file What the page that compares shows, derived: both scenes with their owners, the steps of both, and where each stands. */
import { useMemo } from 'react';
import type { Address } from '../../../engine/explanation.ts';
import type { Trace } from '../../../engine/trace.ts';
import type { Cursor } from '../../../geometry/cursor.ts';
import { addressOf } from '../../../geometry/openCell.ts';
import { mergedSteps, mergedWords, standingIn, type Standing } from '../../../geometry/sideBySide.ts';
import { compare as words } from '../../../messages/en/compare.ts';
import type { MechanismId } from '../../../params/translation.ts';
import type { ComparePage } from '../../../url/pages/compare.ts';
import type { SceneData } from '../../../views/scene.ts';
import { useApp } from '../../context.ts';
import type { Shown } from '../../state/appState.ts';
import { explainedOf } from '../../state/derived.ts';
import { placeIn } from '../../state/moves.ts';
import type { Pairing } from './slice.ts';

/** One of the two. */
export interface Side {
  readonly side: 'left' | 'right';
  readonly mechanism: MechanismId;
  /** Its short name, told apart from the other's. */
  readonly name: string;
  readonly scene: SceneData;
  readonly standing: Standing;
  /** The number whose making is told; null where the model has no number of the opened name. */
  readonly opened: Address | null;
}

/** Both, and what they have in common. */
export interface Both {
  readonly left: Side;
  readonly right: Side;
  /** The steps of both, with the words of both: for the timeline. */
  readonly steps: SceneData;
  readonly cursor: Cursor;
}

function useScenes(pair: Pairing) {
  const { say, app } = useApp().language;
  return useMemo(() => {
    const isSame = pair.left.wanted.mechanism === pair.right.wanted.mechanism;
    const sceneOf = ({ scene, wanted }: Shown, side: 'left' | 'right') => {
      const { title, name } = app.mechanisms[wanted.mechanism];
      const owned = (text: string): string =>
        say(words.owner, { title: say(text), side: isSame ? side : 'none' });
      return { name: owned(name), scene: { ...scene, owner: owned(title) } };
    };
    const [left, right] = [sceneOf(pair.left, 'left'), sceneOf(pair.right, 'right')];
    const steps: SceneData = {
      ...left.scene,
      trace: mergedSteps(left.scene.trace, right.scene.trace),
      target: mergedWords(left.scene.target, right.scene.target),
    };
    return { left, right, steps };
  }, [pair, say, app]);
}

/** What is shown of a pair at the place that the link names. */
export function useBoth(pair: Pairing, { t, at, cell, open }: ComparePage): Both {
  const { left, right, steps } = useScenes(pair);
  return useMemo(() => {
    const cursor = placeIn(steps.trace, { t, at, cell });
    const sideOf = ({ name, scene }: typeof left, { wanted }: Shown, side: 'left' | 'right'): Side => {
      const standing = standingIn(scene.trace, cursor, steps.trace);
      const opened =
        open === null ? explainedOf(scene.trace, null, standing.cursor) : cellOf(scene.trace, open);
      return { side, mechanism: wanted.mechanism, name, scene, standing, opened };
    };
    return {
      steps,
      cursor,
      left: sideOf(left, pair.left, 'left'),
      right: sideOf(right, pair.right, 'right'),
    };
  }, [pair, left, right, steps, t, at, cell, open]);
}

function cellOf(trace: Trace, open: NonNullable<ComparePage['open']>): Address | null {
  return addressOf(trace, open) ?? null;
}
