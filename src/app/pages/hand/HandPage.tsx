/** @file A worked example by hand: the worksheet of its numbers, the narrator, the beats. */
import { useApp, useAppState } from '../../context.ts';
import { Notices } from '../../shell/Notices.tsx';

export function HandPage() {
  const { say, app } = useApp().language;
  const lesson = useAppState(({ link }) => (link.other?.page === 'hand' ? link.other.lesson : 'none'));
  return (
    <main id="main" tabIndex={-1} className="main">
      <Notices />
      <h1>{say(app.hand.lessons[lesson].title)}</h1>
    </main>
  );
}
