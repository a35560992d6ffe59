/** @file "Take it away": the button at a worksheet or a matrix; its dialog is loaded when it is opened. */
import { Download } from 'lucide-react';
import { lazy, useState } from 'react';
import { takeAway as said } from '../../messages/en/takeAway.ts';
import { useApp } from '../context.ts';
import { Part } from '../shell/Part.tsx';
import { Tip } from '../shell/Tip.tsx';
import type { Taken } from './taken.ts';
import './takeAway.css';

const TakeAwayDialog = lazy(() =>
  import('./TakeAwayDialog.tsx').then(({ TakeAwayDialog }) => ({ default: TakeAwayDialog })),
);

export interface TakeAwayProps {
  /** The button's whole name: what is taken away. */
  readonly name: string;
  /** What is taken away, made when the dialog opens. */
  readonly take: () => Promise<Taken>;
}

export function TakeAway({ name, take }: TakeAwayProps) {
  const { say } = useApp().language;
  const [taking, setTaking] = useState<Promise<Taken> | null>(null);
  return (
    <div className="take-away-place">
      <Tip text={say(said.hint)}>
        <button
          type="button"
          className="button button-small take-away"
          aria-label={name}
          aria-haspopup="dialog"
          onClick={() => setTaking(take())}
        >
          <Download aria-hidden="true" />
          <span>{say(said.button)}</span>
        </button>
      </Tip>
      {taking !== null && (
        <Part>
          <TakeAwayDialog taking={taking} name={name} onClose={() => setTaking(null)} />
        </Part>
      )}
    </div>
  );
}
