/** @file Copies something, and says whether that could be done. */
import { useState } from 'react';
import { takeAway as said } from '../../messages/en/takeAway.ts';
import { useApp } from '../context.ts';

export interface CopyButtonProps {
  readonly label: string;
  /** Rejects where the browser does not allow it. */
  readonly copy: () => Promise<void>;
}

export function CopyButton({ label, copy }: CopyButtonProps) {
  const { say } = useApp().language;
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const press = async (): Promise<void> => {
    try {
      await copy();
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <>
      <button type="button" className="button button-strong" onClick={() => void press()}>
        {label}
      </button>
      <span className="take-away-outcome" role="status">
        {outcome === 'none' ? '' : say(outcome === 'copied' ? said.copied : said.copyFailed)}
      </span>
    </>
  );
}
