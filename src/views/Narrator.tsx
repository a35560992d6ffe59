/** @file The narrator: what this step does, in sentences about this word with these numbers, its formula, and questions with answers. */

import { useMemo, type ReactNode } from 'react';
import type { Address } from '../engine/explanation.ts';
import type { Cursor, Pair } from '../geometry/cursor.ts';
import { narrate, narrateWithout } from '../geometry/narration/narrate.ts';
import type { Narration, Without } from '../geometry/narration/narration.ts';
import type { NarratorMessages } from '../messages/en/narratorMessages.ts';
import { classes } from './classes.ts';
import { Formula } from './Formula.tsx';
import { Asked } from './narrator/Asked.tsx';
import { Lines, messageOf } from './narrator/Lines.tsx';
import type { SceneData, Words } from './scene.ts';
import './narrator/narrator.css';

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
  /** Without the questions, where two narrators stand under one another. */
  readonly brief?: boolean;
  /** "How was this number computed?": stands between the formula and the questions. */
  readonly children?: ReactNode;
}

/** The right-hand column of a scene: nothing where the trace has no such step. */
export function Narrator(props: NarratorProps) {
  const { scene, cursor, mechanism, words, messages, brief = false, children } = props;
  const narration = useMemo(() => narrate(scene, cursor, mechanism), [scene, cursor, mechanism]);
  if (narration === null) return null;
  const { formatter } = words;
  return (
    <section
      className="narrator"
      aria-label={
        scene.owner === undefined
          ? formatter.text(messageOf(messages, 'narrator.name'))
          : formatter.text(words.views.toldOf, { owner: scene.owner })
      }
    >
      <StepName words={words} messages={messages} narration={narration} />
      <h2>
        <Lines {...props} lines={[narration.title]} />
      </h2>
      <p className="narrator-text">
        <Lines {...props} lines={narration.sentences} />
      </p>
      {narration.formulas.length > 0 && (
        <div className="narrator-formulas">
          {narration.formulas.map(({ tex, plain, source }) => (
            <figure key={tex}>
              <Formula tex={tex} plain={plain} display />
              <figcaption>{formatter.text(messageOf(messages, source))}</figcaption>
            </figure>
          ))}
        </div>
      )}
      {children}
      {!brief && <Questions {...props} narration={narration} />}
    </section>
  );
}

interface StepNameProps {
  readonly words: Words;
  readonly messages: NarratorMessages;
  readonly narration: Narration;
}

/** Which step of how many this is, in the colour of what it computes. */
function StepName({ words, messages, narration }: StepNameProps) {
  const { place, count, stage, role } = narration;
  const names: Readonly<Record<string, string>> = words.views.stages;
  const values = { place, count, stage: words.formatter.text(names[stage] ?? stage) };
  return (
    <p className={classes('narrator-step', role !== '' && `role-${role}`)}>
      <span className="narrator-dot" aria-hidden="true" />
      {words.formatter.text(messageOf(messages, 'narrator.step'), values)}
    </p>
  );
}

/** What a learner would ask here. The first answer shows; the others fold out. */
function Questions(props: NarratorProps & { readonly narration: Narration }) {
  const { scene, cursor, mechanism, words, messages, narration, counterfactual, onAskCounterfactual } = props;
  const computed = useMemo(
    () =>
      counterfactual === null || counterfactual === 'running'
        ? counterfactual
        : narrateWithout(scene, cursor, mechanism, counterfactual),
    [scene, cursor, mechanism, counterfactual],
  );
  return (
    <section
      className="narrator-questions"
      aria-label={words.formatter.text(messageOf(messages, 'narrator.questions'))}
    >
      {narration.questions.map((question, k) => (
        <Asked
          {...props}
          key={`${cursor.t} ${cursor.at} ${question.id}`}
          question={question}
          open={k === 0}
          computed={computed}
          onAsk={() => onAskCounterfactual(cursor.t)}
        />
      ))}
    </section>
  );
}
