/** @file The weights of a whole translation as a picture: a row a target word, a column a source word. */

import { memo, useLayoutEffect, useRef, type CSSProperties } from 'react';
import type { Ramp } from '../../geometry/colour.ts';
import type { LengthWords } from './lengthWords.ts';

export interface WeightsPictureProps {
  readonly words: LengthWords;
  /** Rows of as many weights as there are source words. */
  readonly alpha: readonly (readonly number[])[];
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly ramp: Ramp;
}

/** The picture, with a text that tells which source word each target word read most of. */
export const WeightsPicture = memo(function WeightsPicture(props: WeightsPictureProps) {
  const { words, alpha, source, target } = props;
  const { formatter, messages } = words;
  const canvas = usePixels(props);
  const most = alpha.map((row) => source[row.indexOf(Math.max(...row))] ?? '');
  const style: CSSProperties & Record<`--${string}`, number | string> = {
    '--columns': source.length,
    '--rows': target.length,
    '--head': `${Math.max(...source.map((word) => word.length), 3) * 6.4 + 6}px`,
  };
  return (
    <figure className="length-weights">
      <figcaption className="muted small">{formatter.text(messages.sentence.weights)}</figcaption>
      <div className="length-picture" style={style} aria-hidden="true">
        <div className="length-sources" lang="en">
          {source.map((word, j) => (
            // One word may stand twice: its place is its key.
            // eslint-disable-next-line react/no-array-index-key
            <span key={j}>{word}</span>
          ))}
        </div>
        <div className="length-targets" lang="fr">
          {target.map((word, t) => (
            // eslint-disable-next-line react/no-array-index-key
            <span key={t}>{word}</span>
          ))}
        </div>
        <canvas ref={canvas} width={source.length} height={target.length} />
      </div>
      <ul className="visually-hidden">
        {target.map((word, t) => (
          // eslint-disable-next-line react/no-array-index-key
          <li key={t}>{formatter.text(messages.sentence.most, { target: word, source: most[t] ?? '' })}</li>
        ))}
      </ul>
    </figure>
  );
});

function usePixels({ alpha, source, target, ramp }: WeightsPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const image = context.createImageData(source.length, target.length);
    alpha.forEach((row, t) => {
      row.forEach((weight, j) => ramp.paint(weight, image.data, 4 * (t * source.length + j)));
    });
    context.putImageData(image, 0, 0);
  }, [alpha, source, target, ramp]);
  return canvas;
}
