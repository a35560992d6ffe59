/** @file What is remembered in the browser between visits; where storage is blocked, nothing is, and nothing breaks. */
import type { ThemeChoice } from './appState.ts';

const themeKey = 'lookback-theme';
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** The theme that the reader set on an earlier visit. */
export function storedTheme(): ThemeChoice {
  try {
    const stored = window.localStorage.getItem(themeKey);
    return choices.find((choice) => choice === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Remembers the theme, if the browser lets us. */
export function storeTheme(theme: ThemeChoice): void {
  try {
    if (theme === 'system') window.localStorage.removeItem(themeKey);
    else window.localStorage.setItem(themeKey, theme);
  } catch {
    // Storage is blocked or full: the choice holds until the page is closed.
  }
}
