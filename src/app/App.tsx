/** @file The shell of the app: head, rail, the page, and what hangs over it. */
import { lazy, useState } from 'react';
import { Part } from './shell/Part.tsx';
import { useApp, useAppState } from './context.ts';
import { entryOf } from './pages/all.ts';
import { StepPage } from './scene/StepPage.tsx';
import { Announcer } from './shell/Announcer.tsx';
import { Header } from './shell/Header.tsx';
import { Rail } from './shell/Rail.tsx';
import { SettledLink } from './shell/SettledLink.tsx';
import { useDocument } from './shell/useDocument.ts';
import { useStepKeys } from './shell/useStepKeys.ts';
import { usePlayback } from './shell/usePlayback.ts';

const AboutPage = lazy(() =>
  import('./pages/AboutPage.tsx').then(({ AboutPage }) => ({ default: AboutPage })),
);
const ProofPage = lazy(() =>
  import('./pages/ProofPage.tsx').then(({ ProofPage }) => ({ default: ProofPage })),
);
const EmbedPage = lazy(() =>
  import('./embed/EmbedPage.tsx').then(({ EmbedPage }) => ({ default: EmbedPage })),
);
const KeysDialog = lazy(() =>
  import('./shell/KeysDialog.tsx').then(({ KeysDialog }) => ({ default: KeysDialog })),
);

export function App() {
  const { say, app } = useApp().language;
  const page = useAppState((state) => state.link.page);
  const entry = useAppState(({ link }) => (link.other === null ? null : entryOf(link.other)));
  const place = useAppState(({ link }) => link.other?.page ?? link.page);
  const layout = entry?.layout ?? (page === 'step' ? 'full' : 'plain');
  const present = useAppState((state) => state.link.present);
  const [railOpen, setRailOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  useStepKeys(() => setKeysOpen(true));
  const isEmbedded = useAppState((state) => state.link.embed !== null);
  if (isEmbedded) {
    return (
      <SettledLink>
        <Part>
          <EmbedPage />
        </Part>
        <Announcer />
        <Surroundings />
      </SettledLink>
    );
  }
  const skip = (): void => document.getElementById('main')?.focus();
  return (
    <SettledLink>
      <div className={`app layout-${layout} page-${place}${present ? ' is-presented' : ''}`}>
        <button type="button" className="skip-link" onClick={skip}>
          {say(app.skip)}
        </button>
        <Header railOpen={railOpen} onRail={() => setRailOpen(!railOpen)} onKeys={() => setKeysOpen(true)} />
        <Rail open={railOpen} onFollow={() => setRailOpen(false)} />
        {place === 'step' ? (
          <StepPage />
        ) : (
          <Part key={place} waiting={<main id="main" tabIndex={-1} className="main page" />}>
            {entry !== null ? <entry.Page /> : page === 'about' ? <AboutPage /> : <ProofPage />}
          </Part>
        )}
        <Announcer />
        <Surroundings />
        {keysOpen && (
          <Part>
            <KeysDialog onClose={() => setKeysOpen(false)} />
          </Part>
        )}
      </div>
    </SettledLink>
  );
}

/** What follows every step and shows nothing here: apart from the shell, so that a step does not render that. */
function Surroundings() {
  useDocument();
  usePlayback();
  return null;
}
