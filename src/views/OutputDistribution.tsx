/** @file Which word comes next: the likeliest ones with their probabilities as bars. */

import { memo, useMemo } from 'react';
import type { Address } from '../engine/explanation.ts';
import { distributionModel } from '../geometry/distributionModel.ts';
import { exact } from '../geometry/numbers.ts';
import type { SceneData, Words } from './scene.ts';
import './panels.css';

export interface OutputDistributionProps {
  readonly scene: SceneData;
  readonly words: Words;
  /** The target step, from 0. */
  readonly t: number;
  readonly opened: Address | null;
  readonly onOpen: (address: Address) => void;
  /** "What if it had said …": step from 1, and the word's number. */
  readonly onForce: (t: number, wordNumber: number) => void;
}

const COUNT = 5;

/** The numbers of marks in the vocabulary: padding, the unknown word, the end. */
const MARKS = ['padding', 'unknownWord', 'end'] as const;

/** The likeliest words of a step. */
export const OutputDistribution = memo(function OutputDistribution(props: OutputDistributionProps) {
  const { scene, words, t, opened, onOpen, onForce } = props;
  const { formatter, views } = words;
  const model = useMemo(() => distributionModel(scene.trace, t, COUNT), [scene.trace, t]);
  if (model.tensor < 0) return null;
  const written = scene.target[t];
  return (
    <section className="panel distribution">
      <h3>{formatter.text(views.distribution.title)}</h3>
      <p className="panel-note">
        {formatter.text(views.distribution.subtitle, { count: model.top.length + model.others })}
      </p>
      <ol className="likely-words">
        {model.top.map(({ word, probability, text }) => {
          const mark = MARKS[word];
          const shown = mark === undefined ? (scene.targetWords[word] ?? '') : formatter.text(views[mark]);
          const isWritten = mark === undefined ? shown === written : mark === 'end' && written === undefined;
          const isOpen = opened?.tensor === model.tensor && opened.cell === word;
          return (
            <li key={word} className={isWritten ? 'likely is-written' : 'likely'}>
              <span
                className="likely-word"
                lang={mark === undefined ? scene.targetLanguage : formatter.language}
              >
                {shown}
              </span>
              <span className="likely-room" aria-hidden="true">
                <span className="likely-bar" style={{ width: `${probability * 100}%` }} />
              </span>
              <button
                type="button"
                className={`number is-plain ${isOpen ? 'is-opened' : ''}`}
                aria-pressed={isOpen}
                aria-label={formatter.text(views.distribution.probability, { word: shown, value: text })}
                data-exact={exact(probability)}
                onClick={() => onOpen({ tensor: model.tensor, cell: word })}
              >
                {text}
              </button>
              {isWritten ? (
                <span className="likely-note">{formatter.text(views.distribution.chosen)}</span>
              ) : mark === undefined ? (
                <button
                  type="button"
                  className="quiet-button"
                  aria-label={formatter.text(views.distribution.force, { word: shown })}
                  title={formatter.text(views.distribution.force, { word: shown })}
                  onClick={() => onForce(t + 1, word)}
                >
                  {formatter.text(views.distribution.forceShort)}
                </button>
              ) : (
                <span />
              )}
            </li>
          );
        })}
        {model.others > 0 && (
          <li className="likely">
            <span className="likely-word is-others">
              {formatter.text(views.distribution.others, { count: model.others })}
            </span>
            <span className="likely-room" aria-hidden="true">
              <span className="likely-bar is-others" style={{ width: `${model.rest * 100}%` }} />
            </span>
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
