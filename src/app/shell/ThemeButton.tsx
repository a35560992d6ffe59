/** @file Light, dark, or as the system. The menu is loaded when it is opened first. */
import { Contrast } from 'lucide-react';
import { lazy, useState } from 'react';
import { Part } from './Part.tsx';
import { useApp, useAppState } from '../context.ts';
import { IconButton } from './IconButton.tsx';

const ThemeMenu = lazy(() => import('./ThemeMenu.tsx').then(({ ThemeMenu }) => ({ default: ThemeMenu })));

export function ThemeButton() {
  const { say, app } = useApp().language;
  const theme = useAppState((state) => state.theme);
  const [wanted, setWanted] = useState(false);
  const label = say(app.header.theme[theme]);
  const button = (
    <IconButton label={label} className="theme-button" aria-haspopup="menu" onClick={() => setWanted(true)}>
      <Contrast aria-hidden="true" />
    </IconButton>
  );
  if (!wanted) return button;
  return (
    <Part waiting={button}>
      <ThemeMenu label={label} />
    </Part>
  );
}
