/** @file "Share this step": copies a link to exactly this place; where the browser does not allow it, shows the link. */
import { lazy, useEffect, useState } from 'react';
import { Part } from './Part.tsx';
import { useApp } from '../context.ts';
import { linkToShare } from '../state/address.ts';
import { Tip } from './Tip.tsx';

const ShareDialog = lazy(() =>
  import('./ShareDialog.tsx').then(({ ShareDialog }) => ({ default: ShareDialog })),
);

/** Milliseconds for which the button says that the link is copied. */
const saidFor = 2500;

/** The address of this page with another fragment. */
function addressWith(fragment: string): string {
  return new URL(fragment, window.location.href).href;
}

export function ShareButton() {
  const { store, language } = useApp();
  const { say, app } = language;
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState<string | null>(null);

  useEffect(() => {
    if (!copied) return undefined;
    const timer = window.setTimeout(() => setCopied(false), saidFor);
    return () => window.clearTimeout(timer);
  }, [copied]);

  const share = async (): Promise<void> => {
    const address = addressWith(linkToShare(store.getState()));
    try {
      await navigator.clipboard.writeText(address);
      setCopied(true);
    } catch {
      setShown(address);
    }
  };

  return (
    <>
      <Tip text={say(app.header.shareHint)}>
        <button type="button" className="button button-strong share-button" onClick={() => void share()}>
          {say(copied ? app.header.shared : app.header.share)}
        </button>
      </Tip>
      <span className="visually-hidden" role="status">
        {copied ? say(app.share.said) : ''}
      </span>
      {shown !== null && (
        <Part>
          <ShareDialog address={shown} onClose={() => setShown(null)} />
        </Part>
      )}
    </>
  );
}
