/** @file What the app says to the document around it: title, language, theme, present mode. */
import { useEffect } from 'react';
import { useApp, useAppState } from '../context.ts';
import { titleOf } from '../state/spoken.ts';
import { storeTheme } from '../state/storage.ts';

export function useDocument(): void {
  const { language, store } = useApp();
  const title = useAppState((state) => titleOf(state, language));
  const theme = useAppState((state) => state.theme);
  const present = useAppState((state) => state.link.present);

  useEffect(() => {
    // The browser's own frame around the page can wait until the step is painted.
    const timer = window.setTimeout(() => (document.title = title), 30);
    return () => window.clearTimeout(timer);
  }, [title]);

  useEffect(() => {
    document.documentElement.lang = language.formatter.language;
  }, [language]);

  useEffect(() => {
    applyTheme(theme);
    storeTheme(theme);
  }, [theme]);

  useEffect(() => {
    document.documentElement.classList.toggle('is-presented', present);
  }, [present]);

  useEffect(() => {
    const stops = [
      watchMedia('(prefers-color-scheme: dark)', (systemIsDark) => store.setState({ systemIsDark })),
      watchMedia('(prefers-reduced-motion: reduce)', (reducedMotion) => store.setState({ reducedMotion })),
    ];
    return () => stops.forEach((stop) => stop());
  }, [store]);
}

/** The theme on the root element, where the style sheets look for it. */
export function applyTheme(theme: 'system' | 'light' | 'dark'): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

function watchMedia(query: string, tell: (matches: boolean) => void): () => void {
  const media = window.matchMedia(query);
  const listener = (): void => tell(media.matches);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
