/** @file The menu of themes, open when it is first shown. */
import { Menu, MenuButton, MenuItemCheck, MenuItemRadio, MenuProvider } from '@ariakit/react/menu';
import { Contrast } from 'lucide-react';
import { useState } from 'react';
import { useApp, useAppState } from '../context.ts';
import type { ThemeChoice } from '../state/appState.ts';

const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

export interface ThemeMenuProps {
  readonly label: string;
}

export function ThemeMenu({ label }: ThemeMenuProps) {
  const { actions, language } = useApp();
  const { say, app } = language;
  const theme = useAppState((state) => state.theme);
  const [open, setOpen] = useState(true);
  return (
    <MenuProvider
      open={open}
      setOpen={setOpen}
      values={{ theme }}
      setValues={(values) => actions.setTheme(values['theme'])}
      placement="bottom-end"
    >
      <MenuButton className="icon-button theme-button" aria-label={label}>
        <Contrast aria-hidden="true" />
      </MenuButton>
      <Menu className="menu" gutter={6} aria-label={label} portal={false}>
        {choices.map((choice) => (
          <MenuItemRadio key={choice} className="menu-item" name="theme" value={choice} hideOnClick>
            <MenuItemCheck className="menu-check" />
            {say(app.header.themes[choice])}
          </MenuItemRadio>
        ))}
      </Menu>
    </MenuProvider>
  );
}
