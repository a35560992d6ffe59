/** @file Weights or scores while a model learns: a picture of rows (written) and columns (read) that is painted many times a second. */
import { memo, useLayoutEffect, useRef } from 'react';
import type { Ramp } from '../geometry/colour.ts';
import './alignment.css';

export interface AlignmentProps {
  /** What is read and what is written, as it is shown. There may be one more row than symbols written: the end mark's. */
  readonly source: readonly string[];
  readonly written: readonly string[];
  readonly rows: readonly Float32Array[];
  readonly ramp: Ramp;
  /** What the end mark's row is called. */
  readonly end: string;
  /** All that the picture says, in words. */
  readonly alternative: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
}

/** The height of a row in CSS pixels, as in the style sheet. */
const ROW = 20;

/** A picture without numbers: they are on the worksheet. */
export const Alignment = memo(function Alignment(props: AlignmentProps) {
  const { source, written, rows, ramp, end, alternative, sourceLanguage, targetLanguage } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || rows.length === 0) return;
    const image = context.createImageData(source.length, rows.length);
    rows.forEach((row, t) =>
      row.forEach((value, j) => ramp.paint(value, image.data, 4 * (t * source.length + j))),
    );
    context.putImageData(image, 0, 0);
  }, [source, rows, ramp]);
  const columns = `repeat(${source.length}, minmax(0, 1fr))`;
  return (
    <div className="alignment" role="img" aria-label={alternative}>
      <div className="alignment-source" style={{ gridTemplateColumns: columns }} lang={sourceLanguage}>
        {source.map((symbol, j) => (
          // One symbol may stand twice: its place is its key.
          // eslint-disable-next-line react/no-array-index-key
          <span key={j}>{symbol}</span>
        ))}
      </div>
      <div className="alignment-written" lang={targetLanguage}>
        {rows.map((_, t) => (
          // eslint-disable-next-line react/no-array-index-key
          <span key={t} className={t < written.length ? undefined : 'alignment-end'}>
            {written[t] ?? end}
          </span>
        ))}
      </div>
      <canvas
        ref={canvas}
        width={source.length}
        height={Math.max(1, rows.length)}
        style={{ height: ROW * rows.length }}
      />
    </div>
  );
});
