/** @file A button that shows an icon: its name is its label and its tooltip. */
import type { ComponentPropsWithRef } from 'react';
import { Tip } from './Tip.tsx';

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'type' | 'aria-label'> {
  readonly label: string;
}

export function IconButton({ label, className = '', children, ...rest }: IconButtonProps) {
  return (
    <Tip text={label}>
      <button type="button" className={`icon-button ${className}`} aria-label={label} {...rest}>
        {children}
      </button>
    </Tip>
  );
}
