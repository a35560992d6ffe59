/** @file The lines of the chart by name: each with a piece of itself; a click takes it out or puts it back. */

import { LengthSample } from './LengthMark.tsx';
import { lineName, type LengthWords } from './lengthWords.ts';

export interface LengthLegendProps {
  readonly words: LengthWords;
  readonly lines: readonly { readonly id: string; readonly look: number; readonly shown: boolean }[];
  readonly onToggle: (line: string) => void;
  readonly onLit: (line: string | null) => void;
}

/** The legend. */
export function LengthLegend({ words, lines, onToggle, onLit }: LengthLegendProps) {
  const { formatter, messages } = words;
  return (
    <div className="length-legend" role="group" aria-label={formatter.text(messages.legend.label)}>
      {lines.map(({ id, look, shown }) => (
        <button
          key={id}
          type="button"
          className="length-key"
          aria-pressed={shown}
          title={formatter.text(messages.legend.hint)}
          onClick={() => onToggle(id)}
          onPointerEnter={() => onLit(shown ? id : null)}
          onPointerLeave={() => onLit(null)}
        >
          <LengthSample look={look} />
          {lineName(words, id)}
        </button>
      ))}
    </div>
  );
}
