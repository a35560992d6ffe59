/** @file Says the current step politely to readers who listen. */
import { useApp, useAppState } from '../context.ts';
import { announcementOf } from '../state/spoken.ts';

export function Announcer() {
  const { language } = useApp();
  const said = useAppState((state) => (state.playing ? '' : announcementOf(state, language)));
  return (
    <div className="visually-hidden" role="status" aria-live="polite" id="step-announcer">
      {said}
    </div>
  );
}
