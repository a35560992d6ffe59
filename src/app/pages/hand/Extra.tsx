/** @file The further view of a beat, where it has one: who is still heard in the context, why √d, the shapes of the tutorials' layer. */
import { useEffect, useMemo, useState } from 'react';
import { Influence } from '../../../views/hand/Influence.tsx';
import { ScalingChart } from '../../../views/hand/ScalingChart.tsx';
import { Shapes } from '../../../views/hand/Shapes.tsx';
import type { ScalingReply } from '../../../worker/protocol.ts';
import { useApp } from '../../context.ts';
import type { Example } from './example.ts';
import type { HandShown } from './slice.ts';
import { useHandWords } from './useHand.ts';

export interface ExtraProps {
  readonly example: Example;
  readonly shown: HandShown | null;
}

export function Extra({ example, shown }: ExtraProps) {
  const { language } = useApp();
  const { hand } = useHandWords();
  const words = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  switch (example.beat.extra) {
    case 'influence':
      return shown === null ? null : <WordInfluence shown={shown} />;
    case 'scaling':
      return <Scaling />;
    case 'shapes':
      return (
        <div className="plate">
          <Shapes words={words} messages={hand} />
        </div>
      );
    case undefined:
    default:
      return null;
  }
}

/** The length of each word's gradient, as the worker computed it. */
function WordInfluence({ shown }: { readonly shown: HandShown }) {
  const { language } = useApp();
  const { hand } = useHandWords();
  const words = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  const gradient = shown.outputs['grad:x'];
  const lengths = useMemo(() => {
    if (gradient === undefined) return [];
    const [rows = 0, width = 1] = gradient.shape;
    return Array.from({ length: rows }, (_, j) =>
      Math.hypot(...gradient.data.subarray(j * width, (j + 1) * width)),
    );
  }, [gradient]);
  if (lengths.length === 0) return null;
  return (
    <div className="plate">
      <Influence columns={shown.example.words} lengths={lengths} words={words} messages={hand} />
    </div>
  );
}

/** Widths that double: the slider's stops, and the charts' ticks. */
const widths = [1, 2, 4, 8, 16, 32, 64, 128, 256] as const;
const seed = 7;

/** The spread of random products: all widths are asked for once, and the slider goes through them. */
function Scaling() {
  const { client, language } = useApp();
  const { say } = language;
  const { hand } = useHandWords();
  const [place, setPlace] = useState(2);
  const [replies, setReplies] = useState<readonly ScalingReply[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const options = { signal: abort.signal, onRestart: () => undefined };
    const ask = async (): Promise<void> => {
      const all: ScalingReply[] = [];
      for (const width of widths) {
        all.push(await client.callAgain<'scaling'>({ kind: 'scaling', width, seed }, options));
        setReplies([...all]);
      }
    };
    // The reader has gone on: there is nobody to tell.
    ask().catch(() => undefined);
    return () => abort.abort();
  }, [client]);
  const words = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  const width = widths[place] ?? 1;
  const points = (of: 'variance' | 'entropy') =>
    replies.map((reply) => ({ width: reply.width, plain: reply.plain[of], scaled: reply.scaled[of] }));
  return (
    <section className="plate scaling" aria-labelledby="scaling">
      <h2 id="scaling">{say(hand.scaling.title)}</h2>
      <label className="scaling-slider">
        <span>{say(hand.scaling.width)}</span>
        <input
          type="range"
          min={0}
          max={widths.length - 1}
          step={1}
          value={place}
          aria-valuetext={String(width)}
          onChange={(event) => setPlace(Number(event.currentTarget.value))}
        />
        <output>{width}</output>
      </label>
      {replies.length <= place ? (
        <p role="status">{say(hand.scaling.running)}</p>
      ) : (
        <div className="scaling-charts">
          {(['variance', 'entropy'] as const).map((of) => (
            <ScalingChart
              key={of}
              name={say(hand.scaling[of])}
              points={points(of)}
              width={width}
              words={words}
              messages={hand}
            />
          ))}
        </div>
      )}
      <p className="muted small">{say(hand.scaling.note, { seed })}</p>
    </section>
  );
}
