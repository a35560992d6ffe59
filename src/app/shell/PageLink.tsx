/** @file A link to another page or mechanism: followed inside the app, opened elsewhere as any link. */
import type { MouseEvent, ReactNode } from 'react';
import { encode } from '../../url/encode.ts';
import type { LinkState } from '../../url/state.ts';
import { useApp, useAppState } from '../context.ts';

export interface PageLinkProps {
  readonly to: Partial<Pick<LinkState, 'page' | 'mechanism'>>;
  readonly children: ReactNode;
  readonly className?: string;
  readonly label?: string;
  readonly onFollow?: () => void;
}

export function PageLink({ to, children, className, label, onFollow }: PageLinkProps) {
  const { actions } = useApp();
  const link = useAppState((state) => state.link);
  const target = { ...link, ...to, model: '', open: null };
  const isHere =
    target.page === link.page && (target.page === 'proof' || target.mechanism === link.mechanism);
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
