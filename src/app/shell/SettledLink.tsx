/** @file Keeps the link that the page's own links carry on: a step need not write them all anew at once. */
import { useEffect, useState, type ReactNode } from 'react';
import { useApp } from '../context.ts';
import { SettledLinkContext } from './settledLink.ts';

/** Milliseconds after a change, as for the browser's address. */
const settleIn = 300;

export function SettledLink({ children }: { readonly children: ReactNode }) {
  const { store } = useApp();
  const [link, setLink] = useState(() => store.getState().link);
  useEffect(() => {
    let timer: number | undefined;
    const stop = store.subscribe((state, before) => {
      if (state.link === before.link) return;
      timer ??= window.setTimeout(() => {
        timer = undefined;
        setLink(store.getState().link);
      }, settleIn);
    });
    return () => {
      stop();
      window.clearTimeout(timer);
    };
  }, [store]);
  return <SettledLinkContext value={link}>{children}</SettledLinkContext>;
}
