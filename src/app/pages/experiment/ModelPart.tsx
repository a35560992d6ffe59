/** @file What one model of the experiment makes of a sentence. */
import { rampOf } from '../../../geometry/colour.ts';
import { experiment } from '../../../params/experiment.ts';
import { translation } from '../../../params/translation.ts';
import { displayToken } from '../../../tasks/translation/display.ts';
import { encode } from '../../../url/encode.ts';
import { initialState } from '../../../url/state.ts';
import { lineName } from '../../../views/length/lengthWords.ts';
import { MarkedTranslation } from '../../../views/length/MarkedTranslation.tsx';
import { WeightsPicture } from '../../../views/length/WeightsPicture.tsx';
import type { LengthTranslation } from '../../../worker/protocol.ts';
import { useAppState } from '../../context.ts';
import { themeOf } from '../../state/derived.ts';
import { modelsOf } from './lines.ts';
import type { SentencePartProps } from './SentencePart.tsx';
import { useAsked } from './useAsked.ts';

export interface ModelPartProps extends SentencePartProps {
  readonly side: 'left' | 'right';
  readonly english: string;
  readonly french: string;
}

export function ModelPart(props: ModelPartProps) {
  const { at, words, change, runs, side, english, french } = props;
  const { formatter, messages } = words;
  const id = at[side];
  const asked = useAsked<'length-translate'>({
    kind: 'length-translate',
    mechanism: id,
    words: english.split(' '),
  });
  const worksheet = translation.mechanism.options.find((one) => one === id);
  return (
    <section className="length-model" aria-label={formatter.text(messages.sentence[side])}>
      <select
        className="select"
        aria-label={formatter.text(messages.sentence[side])}
        value={id}
        onChange={({ currentTarget: { value } }) => {
          const chosen = experiment[side].options.find((one) => one === value);
          if (chosen !== undefined) change({ [side]: chosen });
        }}
      >
        {modelsOf(runs).map(({ id }) => (
          <option key={id} value={id}>
            {lineName(words, id)}
          </option>
        ))}
      </select>
      {asked.state === 'running' && (
        <p className="muted" role="status">
          {formatter.text(messages.sentence.running)}
        </p>
      )}
      {asked.state === 'failed' && (
        <p role="alert">{formatter.text(messages.sentence.failed, { message: asked.message })}</p>
      )}
      {asked.state === 'done' && <Made {...props} made={asked.reply} right={french.split(' ')} />}
      {worksheet !== undefined && (
        <p className="small">
          <a href={encode({ ...initialState, mechanism: worksheet, sentence: english })}>
            {formatter.text(messages.sentence.step)}
          </a>{' '}
          <span className="muted">{formatter.text(messages.sentence.stepNote)}</span>
        </p>
      )}
    </section>
  );
}

interface MadeProps extends ModelPartProps {
  readonly made: LengthTranslation;
  readonly right: readonly string[];
}

function Made({ words, english, made, right }: MadeProps) {
  const { formatter, messages } = words;
  const theme = useAppState(themeOf);
  const target = made.target.map(displayToken);
  return (
    <>
      <MarkedTranslation
        words={words}
        made={target}
        right={right.map(displayToken)}
        finished={made.finished}
      />
      {made.alpha.length === 0 ? (
        <p className="muted small">{formatter.text(messages.sentence.nothingRead)}</p>
      ) : (
        <WeightsPicture
          words={words}
          alpha={made.alpha}
          source={english.split(' ')}
          target={target}
          ramp={rampOf(theme, 'weight', [0, 1])}
        />
      )}
    </>
  );
}
