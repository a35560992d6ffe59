/** @file The arrows of the worksheet: from target words to source words, and from weighted states into the context. */

import { memo } from 'react';
import type { Pair } from '../../geometry/cursor.ts';
import type { Trace } from '../../engine/trace.ts';
import { BOX, type Arrow } from '../../geometry/arrows.ts';
import { ARROWS, earlierArrows } from '../../geometry/worksheetModel.ts';

export interface AlignmentArrowsProps {
  readonly trace: Trace;
  /** The words of the translation as they stand over the arrows. */
  readonly words: readonly string[];
  /** The step (from 0) whose arrows are in colour; those before it are pale. */
  readonly t: number;
  readonly arrows: readonly Arrow[];
  /** The source place that is lit (from 0), or −1; and the target step. */
  readonly litJ: number;
  readonly litT: number;
  /** What the picture says, in words. */
  readonly label: string;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** Arrows from the words of the translation to the words of the sentence. */
export const AlignmentArrows = memo(function AlignmentArrows(props: AlignmentArrowsProps) {
  const { trace, words, t, arrows, litJ, litT, label, onHighlight } = props;
  return (
    <svg
      className="arrows"
      viewBox={`0 0 ${BOX} ${ARROWS.height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {Array.from({ length: Math.max(0, t) }, (_, before) => (
        <Earlier
          key={before}
          trace={trace}
          words={words}
          t={before}
          lit={before === litT}
          onHighlight={onHighlight}
        />
      ))}
      {arrows.map((arrow) => (
        <path
          key={arrow.j}
          className={`arrow ${litJ >= 0 && litJ !== arrow.j ? 'is-dim' : ''}`}
          d={arrow.path}
          strokeWidth={arrow.width}
        />
      ))}
      <Hits arrows={arrows} onHighlight={onHighlight} />
    </svg>
  );
});

interface EarlierProps {
  readonly trace: Trace;
  readonly words: readonly string[];
  readonly t: number;
  readonly lit: boolean;
  readonly onHighlight: (pair: Pair | null) => void;
}

/** The arrows of a word that has been written. */
const Earlier = memo(function Earlier({ trace, words, t, lit, onHighlight }: EarlierProps) {
  return (
    <g className={lit ? 'earlier is-lit' : 'earlier'}>
      {earlierArrows(trace, t, words).map((arrow) => (
        <path key={arrow.j} d={arrow.path} strokeWidth={arrow.width} />
      ))}
      <Hits arrows={earlierArrows(trace, t, words)} onHighlight={onHighlight} />
    </g>
  );
});

interface HitsProps {
  readonly arrows: readonly Arrow[];
  readonly onHighlight: (pair: Pair | null) => void;
}

/** Wide and unseen lines over the arrows, so that thin ones can be pointed at. The cells under them do the same by keyboard. */
function Hits({ arrows, onHighlight }: HitsProps) {
  return arrows.map((arrow) => (
    <path
      key={arrow.j}
      className="arrow-hit"
      d={arrow.path}
      onPointerEnter={() => onHighlight({ t: arrow.t + 1, j: arrow.j + 1 })}
      onPointerLeave={() => onHighlight(null)}
    />
  ));
}

export interface ContextArrowsProps {
  /** Into the middle, and into the place under the attended word: which is shown depends on the room there is. */
  readonly middle: readonly Arrow[];
  readonly below: readonly Arrow[];
}

/** Arrows from every column down to the context. */
export const ContextArrows = memo(function ContextArrows({ middle, below }: ContextArrowsProps) {
  return (
    <svg
      className="arrows context-arrows"
      viewBox={`0 0 ${BOX} ${ARROWS.contextHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <g className="into-middle">
        {middle.map((arrow) => (
          <path key={arrow.j} d={arrow.path} strokeWidth={arrow.width} />
        ))}
      </g>
      <g className="into-below">
        {below.map((arrow) => (
          <path key={arrow.j} d={arrow.path} strokeWidth={arrow.width} />
        ))}
      </g>
    </svg>
  );
});
