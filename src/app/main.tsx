/** @file Starts the app in the page. */
import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/app.css';
import { App } from './App.tsx';
import { AppContext } from './context.ts';
import { loadLanguage } from './language.ts';
import { preloadScene } from './scene/StepPage.tsx';
import { applyTheme } from './shell/useDocument.ts';
import { startWorker } from './startWorker.ts';
import { createActions } from './state/actions.ts';
import { connectAddress, windowAddressBar } from './state/address.ts';
import { Runner } from './state/runner.ts';
import { storedTheme } from './state/storage.ts';
import { createAppStore } from './state/store.ts';
import { Client } from '../worker/client.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no element with the id "root" to start the app in.');
  const bar = windowAddressBar();
  const theme = storedTheme();
  applyTheme(theme);
  const store = createAppStore({
    link: bar.read(),
    theme,
    systemIsDark: window.matchMedia('(prefers-color-scheme: dark)').matches,
    reducedMotion: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  const client = new Client({
    start: startWorker,
    app: new URL('./', document.baseURI).href,
    beat(callback) {
      const timer = window.setInterval(callback, 1000);
      return () => window.clearInterval(timer);
    },
    onReady: ({ simd }) => store.setState({ simd }),
  });
  const runner = new Runner(store, client);
  const actions = createActions(store);
  connectAddress(store, bar, actions.openLink);
  const language = await loadLanguage(navigator.languages);
  await new Promise<void>((onStanding) => {
    createRoot(root).render(
      <StrictMode>
        <AppContext value={{ store, actions, runner, client, language }}>
          <App />
        </AppContext>
        <Standing tell={onStanding} />
      </StrictMode>,
    );
  });
  await firstFrame();
  runner.start();
  if (store.getState().link.other !== null) return;
  preloadScene();
  void language.narrator();
}

/** Tells when the app stands in the page. */
function Standing({ tell }: { readonly tell: () => void }) {
  useEffect(tell, [tell]);
  return null;
}

/** When the first frame has been painted: what the reader can use comes before what he waits for anyway. */
function firstFrame(): Promise<void> {
  return new Promise((resume) => {
    window.requestAnimationFrame(() => window.setTimeout(resume, 0));
    // A page that is not seen has no frames; one that is seen may be late with its first, and must not be made later.
    window.setTimeout(resume, document.hidden ? 0 : 2000);
  });
}

void start();
