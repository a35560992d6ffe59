/** @file One mechanism's telling of the step: its sentence, its formula, and how its number was computed. */
import { use, useMemo } from 'react';
import { compare as said } from '../../../messages/en/compare.ts';
import { CellStory } from '../../../views/CellStory.tsx';
import { Narrator } from '../../../views/Narrator.tsx';
import type { Words } from '../../../views/scene.ts';
import { useApp, useAppState } from '../../context.ts';
import { useOpen } from './CompareSheets.tsx';
import type { Side } from './useBoth.ts';

export interface CompareToldProps {
  readonly side: Side;
  readonly words: Words;
}

const nothing = (): void => undefined;

export function CompareTold({ side, words }: CompareToldProps) {
  const { actions, language } = useApp();
  const { scene, standing, mechanism } = side;
  const narrator = use(language.narrator());
  const messages = useMemo(() => narrator(mechanism), [narrator, mechanism]);
  const onOpen = useOpen(scene);
  return (
    <div className="compare-told">
      <p className="compare-owner">{scene.owner}</p>
      <Narrator
        {...{ scene, mechanism, words, messages, onOpen }}
        cursor={standing.cursor}
        counterfactual={null}
        onAskCounterfactual={nothing}
        onHighlight={actions.highlight}
        brief
      >
        <CompareStory side={side} words={words} />
      </Narrator>
    </div>
  );
}

/** How one of them computed the number that is told, or that it has none of that name. */
export function CompareStory({ side: { scene, opened, name }, words }: CompareToldProps) {
  const { actions, language } = useApp();
  const unfolded = useAppState((state) => state.unfolded);
  const onOpen = useOpen(scene);
  if (opened === null) return <p className="compare-missing">{language.say(said.missing, { name })}</p>;
  return (
    <CellStory
      {...{ scene, words, opened, onOpen, unfolded }}
      onHighlight={actions.highlight}
      onUnfold={actions.unfold}
    />
  );
}
