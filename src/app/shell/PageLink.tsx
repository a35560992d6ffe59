/** @file A link to another page or mechanism: followed inside the app, opened elsewhere as any link. */
import { use, type MouseEvent, type ReactNode } from 'react';
import { encode } from '../../url/encode.ts';
import type { LinkState } from '../../url/state.ts';
import { useApp, useAppState } from '../context.ts';
import { entryOf } from '../pages/all.ts';
import type { Destination } from '../state/actions.ts';
import { SettledLinkContext } from './settledLink.ts';

export interface PageLinkProps {
  readonly to: Destination;
  readonly children: ReactNode;
  readonly className?: string;
  readonly label?: string;
  readonly onFollow?: () => void;
}

/** Whether a link leads to where the reader is. */
function isSamePlace(target: LinkState, link: LinkState): boolean {
  if (target.other !== null || link.other !== null) {
    if (target.other?.page !== link.other?.page || target.other === null || link.other === null) return false;
    return entryOf(link.other).isHere(target.other, link.other);
  }
  return target.page === link.page && (target.page === 'proof' || target.mechanism === link.mechanism);
}

export function PageLink({ to, children, className, label, onFollow }: PageLinkProps) {
  const { actions, store } = useApp();
  const page = useAppState((state) => state.link.page);
  const mechanism = useAppState((state) => state.link.mechanism);
  const other = useAppState((state) => state.link.other);
  const settled = use(SettledLinkContext) ?? store.getState().link;
  const here: LinkState = { ...settled, page, mechanism, other };
  const target: LinkState = { ...here, other: null, ...to, model: '', open: null };
  const isHere = isSamePlace(target, here);
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (!isHere) actions.goTo(to);
    onFollow?.();
  };
  return (
    <a
      href={encode(target)}
      className={className}
      aria-label={label}
      aria-current={isHere ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
