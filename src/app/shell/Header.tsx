/** @file The head of the app: where the reader is, and what can be done with the whole page. */
import { Columns2, Keyboard, Menu, MonitorUp, X } from 'lucide-react';
import { comparePage } from '../../url/pages/compare.ts';
import { useApp, useAppState } from '../context.ts';
import { entryOf } from '../pages/all.ts';
import { IconButton } from './IconButton.tsx';
import { Logo } from './Logo.tsx';
import { PageLink } from './PageLink.tsx';
import { ShareButton } from './ShareButton.tsx';
import { ThemeButton } from './ThemeButton.tsx';
import { Tip } from './Tip.tsx';

export interface HeaderProps {
  readonly railOpen: boolean;
  readonly onRail: () => void;
  readonly onKeys: () => void;
}

export function Header({ railOpen, onRail, onKeys }: HeaderProps) {
  const { actions, language } = useApp();
  const { say, app } = language;
  const present = useAppState((state) => state.link.present);
  return (
    <header className="header">
      <button
        type="button"
        className="icon-button rail-button"
        aria-label={say(app.header.menu)}
        aria-expanded={railOpen}
        aria-controls="rail"
        onClick={onRail}
      >
        {railOpen ? <X aria-hidden="true" /> : <Menu aria-hidden="true" />}
      </button>
      <PageLink to={{ page: 'step', mechanism: 'additive' }} className="brand" label={say(app.header.home)}>
        <Logo />
        <span>{say(app.name)}</span>
      </PageLink>
      <Breadcrumb />
      <div className="header-actions">
        <IconButton label={say(app.header.keys)} className="keys-button" onClick={onKeys}>
          <Keyboard aria-hidden="true" />
        </IconButton>
        <CompareLink />
        <Tip text={say(app.header.presentHint)}>
          <button
            type="button"
            className="button present-button"
            onClick={() => actions.setPresent(!present)}
          >
            <MonitorUp aria-hidden="true" />
            <span>{say(present ? app.header.leavePresent : app.header.present)}</span>
          </button>
        </Tip>
        <ThemeButton />
        <ShareButton />
      </div>
    </header>
  );
}

/** To another mechanism beside this one, at the same place of the same sentence. */
function CompareLink() {
  const { say, app } = useApp().language;
  const { page, other, mechanism, sentence, t, at, cell } = useAppState((state) => state.link);
  if (other !== null || page !== 'step') return null;
  return (
    <Tip text={say(app.header.compareHint)}>
      <PageLink
        to={{ other: { ...comparePage(mechanism), sentence, t, at, cell } }}
        className="button compare-button"
      >
        <Columns2 aria-hidden="true" />
        <span>{say(app.header.compare)}</span>
      </PageLink>
    </Tip>
  );
}

/** The family, the mechanism, and the paper that it comes from. */
function Breadcrumb() {
  const { language } = useApp();
  const { say, app } = language;
  const page = useAppState((state) => state.link.page);
  const mechanism = useAppState((state) => state.link.mechanism);
  const other = useAppState((state) => state.link.other);
  const words = app.mechanisms[mechanism];
  if (other !== null) {
    const { heading, crumb } = entryOf(other);
    return (
      <nav className="breadcrumb" aria-label={say(app.header.path)}>
        <span className="breadcrumb-family">{heading(language)}</span>
        <span aria-hidden="true">/</span>
        <span className="breadcrumb-here">{crumb(language, other)}</span>
      </nav>
    );
  }
  return (
    <nav className="breadcrumb" aria-label={say(app.header.path)}>
      {page === 'proof' ? (
        <span className="breadcrumb-here">{say(app.proof.title)}</span>
      ) : (
        <>
          <span className="breadcrumb-family">{say(app.rail.family)}</span>
          <span aria-hidden="true">/</span>
          {page === 'about' ? (
            <>
              <PageLink to={{ page: 'step' }}>{say(words.title)}</PageLink>
              <span aria-hidden="true">/</span>
              <span className="breadcrumb-here">{say(app.about.title)}</span>
            </>
          ) : (
            <>
              <span className="breadcrumb-here">{say(words.title)}</span>
              <span className="chip">{say(words.paper)}</span>
            </>
          )}
        </>
      )}
    </nav>
  );
}
