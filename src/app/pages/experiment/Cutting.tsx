/** @file The steps of one sentence's cutting, and what came of it. */
import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { rampOf } from '../../../geometry/colour.ts';
import { cuttingSteps, wayBack, type CuttingStep } from '../../../geometry/cuttingSteps.ts';
import { displayToken } from '../../../tasks/translation/display.ts';
import { SpanTable } from '../../../views/length/SpanTable.tsx';
import { TriedPhrases, type JudgedSpan } from '../../../views/length/TriedPhrases.tsx';
import type { LengthSegmented } from '../../../worker/protocol.ts';
import { useAppState } from '../../context.ts';
import { IconButton } from '../../shell/IconButton.tsx';
import { themeOf } from '../../state/derived.ts';
import { CutResult } from './CutResult.tsx';
import type { PartProps } from './ExperimentPage.tsx';

export interface CuttingProps extends PartProps {
  readonly source: readonly string[];
  readonly made: LengthSegmented;
}

export function Cutting(props: CuttingProps) {
  const { at, words, change, source, made } = props;
  const theme = useAppState(themeOf);
  const steps = useMemo(
    () => cuttingSteps(source.length, made.cut.phrases),
    [source.length, made.cut.phrases],
  );
  const place = Math.min(at.step, steps.length - 1);
  const step = steps[place] ?? { kind: 'join' };
  const backs = useMemo(() => made.cut.steps.map(({ back }) => back), [made]);
  const spans = useMemo(
    () => made.spans.map((span): JudgedSpan => ({ ...span, target: span.target.map(displayToken) })),
    [made],
  );
  const ramp = useMemo(() => {
    const scores = made.spans.map(({ score }) => score).toSorted((a, b) => a - b);
    return rampOf(theme, 'gate', [scores[0] ?? -1, 0]);
  }, [made, theme]);
  const toward = made.cut.steps[step.kind === 'best' ? step.to - 1 : -1];
  return (
    <>
      <section className="plate length-plate" aria-label={words.formatter.text(words.messages.phrases.title)}>
        <StepControls {...props} place={place} count={steps.length} />
        <p aria-live="polite">{sayStep(props, step, backs)}</p>
        <div className="phrases-sheet">
          <SpanTable {...{ words, source, spans, backs, step, ramp }} onPick={(to) => change({ step: to })} />
        </div>
        {toward !== undefined && (
          <TriedPhrases
            words={words}
            source={source}
            back={toward.back}
            tried={toward.tried.flatMap(({ from, sum }) => {
              const span = spans.find((one) => one.from === from && one.to === toward.to);
              return span === undefined ? [] : [{ span, sum }];
            })}
          />
        )}
      </section>
      <CutResult {...props} />
    </>
  );
}

/** What a step does, in a sentence. */
function sayStep({ words, source }: CuttingProps, step: CuttingStep, backs: readonly number[]): string {
  const { formatter, messages } = words;
  const { says } = messages.phrases;
  const text = (from: number, to: number): string => source.slice(from, to).join(' ');
  if (step.kind === 'best') {
    const phrase = wayBack(step.to, backs).at(-1) ?? { from: 0, to: step.to };
    const values = { to: step.to, word: source[step.to - 1] ?? '', phrase: text(phrase.from, phrase.to) };
    return formatter.text(says.best, values);
  }
  if (step.kind === 'back') {
    const { from, to } = step.phrase;
    return formatter.text(says.back, { word: source[to - 1] ?? '', first: source[from] ?? '', from });
  }
  return formatter.text(says[step.kind]);
}

interface StepControlsProps extends CuttingProps {
  readonly place: number;
  readonly count: number;
}

function StepControls({ words, change, place, count }: StepControlsProps) {
  const { formatter, messages } = words;
  const { phrases } = messages;
  const last = count - 1;
  const buttons = [
    { label: phrases.first, to: 0, icon: <ChevronFirst />, off: place === 0 },
    { label: phrases.previous, to: place - 1, icon: <ChevronLeft />, off: place === 0 },
    { label: phrases.next, to: place + 1, icon: <ChevronRight />, off: place === last },
    { label: phrases.last, to: last, icon: <ChevronLast />, off: place === last },
  ];
  return (
    <div className="phrases-steps">
      {buttons.map(({ label, to, icon, off }) => (
        <IconButton
          key={label}
          label={formatter.text(label)}
          aria-disabled={off}
          onClick={() => !off && change({ step: to })}
        >
          {icon}
        </IconButton>
      ))}
      <input
        type="range"
        aria-label={formatter.text(phrases.stepLabel)}
        min={0}
        max={last}
        value={place}
        onChange={({ currentTarget: { value } }) => change({ step: Number(value) })}
      />
      <span className="phrases-place">{formatter.text(phrases.step, { step: place + 1, steps: count })}</span>
    </div>
  );
}
