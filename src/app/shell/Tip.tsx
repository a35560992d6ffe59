/** @file A tooltip: shown while its button is pointed at or has the focus, gone with Escape. */
import { useState, type KeyboardEvent, type ReactNode } from 'react';

export interface TipProps {
  /** What is said; for the eye only, since the button has it as its name or description. */
  readonly text: string;
  readonly children: ReactNode;
}

export function Tip({ text, children }: TipProps) {
  const [dismissed, setDismissed] = useState(false);
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') setDismissed(true);
  };
  return (
    <span
      className={dismissed ? 'tip tip-dismissed' : 'tip'}
      role="presentation"
      onKeyDown={escape}
      onPointerEnter={() => setDismissed(false)}
      onFocus={() => setDismissed(false)}
    >
      {children}
      <span className="tip-text" aria-hidden="true">
        {text}
      </span>
    </span>
  );
}
