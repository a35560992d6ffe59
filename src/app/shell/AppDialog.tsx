/** @file A dialog over the page: keeps the focus, closes with Escape, gives the focus back. */
import { Dialog, DialogDismiss, DialogHeading } from '@ariakit/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';

export interface AppDialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

export function AppDialog({ title, closeLabel, onClose, children, className = '' }: AppDialogProps) {
  return (
    <Dialog open onClose={onClose} className={`dialog ${className}`} backdrop={<div className="backdrop" />}>
      <div className="dialog-head">
        <DialogHeading className="dialog-heading">{title}</DialogHeading>
        <DialogDismiss className="icon-button" aria-label={closeLabel}>
          <X aria-hidden="true" />
        </DialogDismiss>
      </div>
      {children}
    </Dialog>
  );
}
