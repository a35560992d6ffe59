/** @file Under what is embedded: a step back and forth, what it is, and a link to the whole page. */
import { ChevronLeft, ChevronRight, SquareArrowOutUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { embed as said } from '../../messages/en/embed.ts';
import { encode } from '../../url/encode.ts';
import { useApp, useAppState } from '../context.ts';
import { IconButton } from '../shell/IconButton.tsx';

export interface EmbedFootProps {
  readonly caption: ReactNode;
  /** Left out where there is nothing to step through. */
  readonly steps?: {
    /** Where the reader is. */
    readonly label: string;
    readonly onPrevious: () => void;
    readonly onNext: () => void;
  };
}

export function EmbedFoot({ caption, steps }: EmbedFootProps) {
  const { say } = useApp().language;
  const link = useAppState((state) => state.link);
  return (
    <footer className="embed-foot">
      {steps !== undefined && (
        <div className="embed-steps" role="group" aria-label={say(said.steps)}>
          <IconButton label={say(said.previous)} onClick={steps.onPrevious}>
            <ChevronLeft aria-hidden="true" />
          </IconButton>
          <IconButton label={say(said.next)} onClick={steps.onNext}>
            <ChevronRight aria-hidden="true" />
          </IconButton>
          <span className="embed-step">{steps.label}</span>
        </div>
      )}
      <p className="embed-caption">{caption}</p>
      <a className="embed-link" href={encode({ ...link, embed: null })} target="_blank" rel="noreferrer">
        {say(said.open)}
        <SquareArrowOutUpRight aria-hidden="true" />
      </a>
    </footer>
  );
}
