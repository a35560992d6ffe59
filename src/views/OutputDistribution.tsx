/** @file Which word comes next: the likeliest ones with their probabilities as bars. */

import { memo, useMemo } from 'react';
import type { Address } from '../engine/explanation.ts';
import { distributionModel, type Likely } from '../geometry/distributionModel.ts';
import { exact } from '../geometry/numbers.ts';
import { classes } from './classes.ts';
import type { SceneData, Words } from './scene.ts';
import './panels.css';

export interface OutputDistributionProps {
  readonly scene: SceneData;
  readonly words: Words;
  /** The target step, from 0. */
  readonly t: number;
  readonly opened: Address | null;
  readonly onOpen: (address: Address) => void;
  /** "What if it had said …": step from 1, and the word's number; left out where no word can be put. */
  readonly onForce?: ((t: number, wordNumber: number) => void) | undefined;
}

const COUNT = 5;

/** The numbers of marks in the vocabulary: padding, the unknown word, the end. */
const MARKS = ['padding', 'unknownWord', 'end'] as const;

/** The likeliest words of a step. */
export const OutputDistribution = memo(function OutputDistribution(props: OutputDistributionProps) {
  const { scene, words, t } = props;
  const { formatter, views } = words;
  const model = useMemo(() => distributionModel(scene.trace, t, COUNT), [scene.trace, t]);
  if (model.tensor < 0) return null;
  return (
    <section className="panel distribution">
      <h3>{formatter.text(views.distribution.title)}</h3>
      <p className="panel-note">
        {formatter.text(views.distribution.subtitle, { count: model.top.length + model.others })}
      </p>
      <ol className="likely-words">
        {model.top.map((likely) => (
          <LikelyWord key={likely.word} {...props} likely={likely} tensor={model.tensor} />
        ))}
        {model.others > 0 && (
          <li className="likely">
            <span className="likely-word is-others">
              {formatter.text(views.distribution.others, { count: model.others })}
            </span>
            <Bar probability={model.rest} className="is-others" />
            <span className="number is-plain" title={exact(model.rest)}>
              {model.restText}
            </span>
            <span />
          </li>
        )}
      </ol>
    </section>
  );
});

interface LikelyWordProps extends OutputDistributionProps {
  readonly likely: Likely;
  readonly tensor: number;
}

/** One word: its bar, its probability, and what can be done with it. */
function LikelyWord({ scene, words, t, opened, onOpen, onForce, likely, tensor }: LikelyWordProps) {
  const { formatter, views } = words;
  const { word, probability, text } = likely;
  const mark = MARKS[word];
  const shown = mark === undefined ? (scene.targetWords[word] ?? '') : formatter.text(views[mark]);
  const written = scene.target[t];
  const isWritten = mark === undefined ? shown === written : mark === 'end' && written === undefined;
  const isOpen = opened?.tensor === tensor && opened.cell === word;
  const whatIf = formatter.text(views.distribution.force, { word: shown });
  return (
    <li className={isWritten ? 'likely is-written' : 'likely'}>
      <span className="likely-word" lang={mark === undefined ? scene.targetLanguage : formatter.language}>
        {shown}
      </span>
      <Bar probability={probability} className="" />
      <button
        type="button"
        className={classes('number', 'is-plain', isOpen && 'is-opened')}
        aria-pressed={isOpen}
        aria-label={formatter.text(views.distribution.probability, { word: shown, value: text })}
        title={exact(probability)}
        onClick={() => onOpen({ tensor, cell: word })}
      >
        {text}
      </button>
      {isWritten && <span className="likely-note">{formatter.text(views.distribution.chosen)}</span>}
      {!isWritten && mark === undefined && onForce !== undefined && (
        <button
          type="button"
          className="quiet-button"
          aria-label={whatIf}
          title={whatIf}
          onClick={() => onForce(t + 1, word)}
        >
          {formatter.text(views.distribution.forceShort)}
        </button>
      )}
    </li>
  );
}

function Bar({ probability, className }: { readonly probability: number; readonly className: string }) {
  return (
    <span className="likely-room" aria-hidden="true">
      <span className={classes('likely-bar', className)} style={{ width: `${probability * 100}%` }} />
    </span>
  );
}
