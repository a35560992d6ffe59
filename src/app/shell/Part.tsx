/** @file A part of the page that is loaded later: what stands there until then, and what is said where it could not be had. */
import { Component, Suspense, type ReactNode } from 'react';
import { useApp } from '../context.ts';

export interface PartProps {
  /** What stands there until the part is loaded. */
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}

export function Part({ waiting = null, children }: PartProps) {
  return (
    <Boundary instead={<PartFailed />}>
      <Suspense fallback={waiting}>{children}</Suspense>
    </Boundary>
  );
}

interface BoundaryProps {
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Shows something else where its children throw. */
class Boundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override state = { failed: false };

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}

function PartFailed() {
  const { say, app } = useApp().language;
  return (
    <div className="run-failed plate" role="alert">
      <p>{say(app.part.failed)}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {say(app.part.reload)}
      </button>
    </div>
  );
}
