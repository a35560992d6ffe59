/** @file A held-out sentence of a chosen length in two models side by side. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { displayFrench } from '../../../tasks/translation/display.ts';
import type { LengthRun, LengthSentences } from '../../../worker/protocol.ts';
import { IconButton } from '../../shell/IconButton.tsx';
import type { PartProps } from './ExperimentPage.tsx';
import { ModelPart } from './ModelPart.tsx';

export interface SentencePartProps extends PartProps {
  readonly runs: readonly LengthRun[];
  readonly sentences: readonly LengthSentences[];
}

export function SentencePart(props: SentencePartProps) {
  const { at, words, sentences } = props;
  const { formatter, messages } = words;
  const group = sentences[at.range - 1];
  const place = Math.min(at.sentence, group?.sentences.length ?? 1);
  const sentence = group?.sentences[place - 1];
  return (
    <section className="plate length-sentence" aria-labelledby="length-sentence">
      <h2 id="length-sentence">{formatter.text(messages.sentence.title)}</h2>
      <Choice {...props} place={place} count={group?.sentences.length ?? 0} />
      {sentence === undefined ? (
        <p className="muted">{formatter.text(messages.sentence.prompt)}</p>
      ) : (
        <>
          <dl className="length-pair">
            <dt>
              {formatter.text(messages.sentence.english, { count: sentence.english.split(' ').length })}
            </dt>
            <dd lang="en">{sentence.english}</dd>
            <dt>{formatter.text(messages.sentence.french, { count: sentence.french.split(' ').length })}</dt>
            <dd lang="fr">{displayFrench(sentence.french.split(' '))}</dd>
          </dl>
          <div className="length-models">
            {(['left', 'right'] as const).map((side) => (
              <ModelPart key={side} {...props} side={side} {...sentence} />
            ))}
          </div>
          <p className="muted small">{formatter.text(messages.sentence.key)}</p>
        </>
      )}
    </section>
  );
}

interface ChoiceProps extends SentencePartProps {
  readonly place: number;
  readonly count: number;
}

/** Which length, and which sentence of it. */
function Choice({ at, words, sentences, change, place, count }: ChoiceProps) {
  const { formatter, messages } = words;
  const step = (by: number): void => {
    if (place + by >= 1 && place + by <= count) change({ sentence: place + by });
  };
  return (
    <div className="length-choice">
      <label>
        {formatter.text(messages.sentence.length)}{' '}
        <select
          className="select"
          value={at.range}
          onChange={(event) => change({ range: Number(event.currentTarget.value), sentence: 1 }, true)}
        >
          <option value={0}>{formatter.text(messages.sentence.noLength)}</option>
          {sentences.map(({ from, to }, k) => (
            <option key={from} value={k + 1}>
              {formatter.text(messages.sentence.lengthOption, { from, to })}
            </option>
          ))}
        </select>
      </label>
      {count > 0 && (
        <span className="length-steps">
          <IconButton
            label={formatter.text(messages.sentence.previous)}
            disabled={place === 1}
            onClick={() => step(-1)}
          >
            <ChevronLeft />
          </IconButton>
          <span role="status">{formatter.text(messages.sentence.place, { place, count })}</span>
          <IconButton
            label={formatter.text(messages.sentence.next)}
            disabled={place === count}
            onClick={() => step(1)}
          >
            <ChevronRight />
          </IconButton>
        </span>
      )}
    </div>
  );
}
