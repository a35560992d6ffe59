/** @file What one model of the experiment makes of a sentence. */
import { rampOf } from '../../../geometry/colour.ts';
import { experiment, type LineId } from '../../../params/experiment.ts';
import { translation } from '../../../params/translation.ts';
import { displayToken } from '../../../tasks/translation/display.ts';
import { encode } from '../../../url/encode.ts';
import { experimentPage } from '../../../url/pages/experiment.ts';
import { initialState } from '../../../url/state.ts';
import { lineName } from '../../../views/length/lengthWords.ts';
import { MarkedTranslation } from '../../../views/length/MarkedTranslation.tsx';
import { WeightsPicture } from '../../../views/length/WeightsPicture.tsx';
import type { LengthSegmented, LengthTranslation } from '../../../worker/protocol.ts';
import { useAppState } from '../../context.ts';
import { PageLink } from '../../shell/PageLink.tsx';
import { themeOf } from '../../state/derived.ts';
import { modelsOf } from './lines.ts';
import type { SentencePartProps } from './SentencePart.tsx';
import { useAsked, type Asked } from './useAsked.ts';

export interface ModelPartProps extends SentencePartProps {
  readonly side: 'left' | 'right';
  readonly english: string;
  readonly french: string;
}

/** What a line of the chart makes of a sentence: its model's translation, or that of the phrases. */
function useMade(id: LineId, english: string): Asked<LengthTranslation | LengthSegmented> {
  const words = english.split(' ');
  const isCut = id === 'segmentation';
  const translated = useAsked<'length-translate'>(
    isCut ? null : { kind: 'length-translate', mechanism: id, words },
  );
  const segmented = useAsked<'length-segment'>(isCut ? { kind: 'length-segment', words } : null);
  return isCut ? segmented : translated;
}

export function ModelPart(props: ModelPartProps) {
  const { at, words, change, runs, side, english, french } = props;
  const { formatter, messages } = words;
  const id = at[side];
  const asked = useMade(id, english);
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
  readonly made: LengthTranslation | LengthSegmented;
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
        finished={made.kind === 'length-segmented' || made.finished}
      />
      {made.kind === 'length-segmented' ? (
        <p className="small">
          <PageLink to={{ other: { ...experimentPage('segmentation'), text: english } }}>
            {formatter.text(messages.phrases.see)}
          </PageLink>
        </p>
      ) : made.alpha.length === 0 ? (
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
