/** @file "What if it had said …": the button beside the current word; what it opens is loaded then. */
import { Split } from 'lucide-react';
import { lazy, useState } from 'react';
import { Part } from '../shell/Part.tsx';
import { useApp, useAppState } from '../context.ts';
import type { Shown } from '../state/appState.ts';
import { cursorOfState } from '../state/derived.ts';
import { IconButton } from '../shell/IconButton.tsx';

const OtherWords = lazy(() => import('./OtherWords.tsx').then(({ OtherWords }) => ({ default: OtherWords })));

export interface WhatIfProps {
  readonly shown: Shown;
}

export function WhatIf({ shown }: WhatIfProps) {
  const { say, app } = useApp().language;
  const t = useAppState((state) => cursorOfState(state).t);
  const [wanted, setWanted] = useState(false);
  const word = shown.scene.target[t - 1];
  if (word === undefined) return null;
  const label = say(app.french.whatIfFor, { word });
  const button = (
    <IconButton label={label} className="what-if" aria-haspopup="dialog" onClick={() => setWanted(true)}>
      <Split aria-hidden="true" />
    </IconButton>
  );
  if (!wanted) return button;
  return (
    <Part waiting={button}>
      <OtherWords key={t} shown={shown} t={t} label={label} onClose={() => setWanted(false)} />
    </Part>
  );
}
