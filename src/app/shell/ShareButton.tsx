/** @file "Share this step": copies a link to exactly this place; beside it, the link to copy by hand and the code of a frame. */
import { Check, ChevronDown, Link2 } from 'lucide-react';
import { lazy, useEffect, useState } from 'react';
import { Part } from './Part.tsx';
import { useApp } from '../context.ts';
import { linkToShare } from '../state/address.ts';
import { IconButton } from './IconButton.tsx';
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
  const [shown, setShown] = useState<'blocked' | 'wanted' | null>(null);

  useEffect(() => {
    if (!copied) return undefined;
    const timer = window.setTimeout(() => setCopied(false), saidFor);
    return () => window.clearTimeout(timer);
  }, [copied]);

  const share = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(addressWith(linkToShare(store.getState())));
      setCopied(true);
    } catch {
      setShown('blocked');
    }
  };

  return (
    <span className="share-buttons">
      <Tip text={say(app.header.shareHint)}>
        <button type="button" className="button button-strong share-button" onClick={() => void share()}>
          {copied ? <Check aria-hidden="true" /> : <Link2 aria-hidden="true" />}
          <span>{say(copied ? app.header.shared : app.header.share)}</span>
        </button>
      </Tip>
      <IconButton
        label={say(app.header.shareMore)}
        className="button-strong share-more"
        aria-haspopup="dialog"
        onClick={() => setShown('wanted')}
      >
        <ChevronDown aria-hidden="true" />
      </IconButton>
      <span className="visually-hidden" role="status">
        {copied ? say(app.share.said) : ''}
      </span>
      {shown !== null && (
        <Part>
          <ShareDialog
            address={addressWith(linkToShare(store.getState()))}
            blocked={shown === 'blocked'}
            onClose={() => setShown(null)}
          />
        </Part>
      )}
    </span>
  );
}
