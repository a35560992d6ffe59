/** @file What has to be said once, above the page; each can be dismissed. */
import { X } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import type { ReactNode } from 'react';
import type { Expectation } from '../../params/control.ts';
import type { Misunderstood } from '../../url/decode.ts';
import { firstStage } from '../../url/encode.ts';
import { useApp, useAppState } from '../context.ts';
import type { Language } from '../language.ts';
import type { AppState, NoticeId } from '../state/appState.ts';
import { cursorOfState } from '../state/derived.ts';
import { knownForced } from '../state/shown.ts';
import { IconButton } from './IconButton.tsx';

/** What was expected, as part of a sentence. */
function expectedIn({ say, app }: Language, expected: Expectation): string {
  const words = app.notice.expected;
  switch (expected.kind) {
    case 'whole':
      return say(words.whole, { min: expected.min, max: expected.max });
    case 'choice':
      return say(words.choice, { options: expected.options.join(', ') });
    case 'text':
      return say(words.text, { longest: expected.longest });
    case 'hash':
      return say(words.hash, { digits: expected.digits });
    case 'forced':
      return say(words.forced, { example: expected.example });
    case 'opened':
      return say(words.opened, { example: expected.example });
    case 'like':
      return say(words.like, { example: expected.example });
  }
}

/** What of a link was not understood, as a sentence. */
function sentenceOf(language: Language, one: Misunderstood): string {
  const { say, app } = language;
  if (one.kind === 'value') {
    return say(app.notice.value, {
      text: one.text,
      name: one.name,
      expected: expectedIn(language, one.expected),
    });
  }
  if (one.kind === 'twice') return say(app.notice.twice, { name: one.name });
  return say(app.notice[one.kind], { text: one.text });
}

/** Forced words that the model does not have. */
function unknownForced({ models, link }: AppState): readonly string[] {
  const model = models[link.mechanism];
  if (model === undefined || link.other !== null) return [];
  const known = knownForced(model, link.forced);
  return link.forced.filter((one) => !known.includes(one)).map(({ word }) => word);
}

/** Whether the link leads to a place that the shown trace does not have. */
function isMisplaced(state: AppState): boolean {
  const { t, at, cell } = cursorOfState(state);
  const { link } = state;
  // A link that names no stage means the first one, whichever the mechanism begins with.
  const isElsewhere = at !== link.at && link.at !== firstStage(link.t);
  return (
    link.other === null &&
    state.arrivedAt === link &&
    state.run.state === 'done' &&
    (t !== link.t || isElsewhere || cell !== link.cell)
  );
}

/** Which notice, and what it says. */
type Notice = readonly [id: NoticeId, said: ReactNode];

/** One element, so that it can be told that nothing changed. */
const linkProblems = <LinkProblems />;

/** All notices of a state, in order. */
function noticesOf(state: AppState, language: Language): readonly Notice[] {
  const { say, app } = language;
  const { arrival, models, link, simd } = state;
  const notices: Notice[] = [];
  if (arrival.misunderstood.length > 0) notices.push(['misunderstood', linkProblems]);
  const model = link.other === null ? models[link.mechanism]?.card.hash : undefined;
  if (model !== undefined && link.model !== '' && link.model !== model) {
    const mechanism = say(app.mechanisms[link.mechanism].name);
    notices.push(['model', say(app.notice.model, { mechanism, old: link.model, now: model })]);
  }
  if (isMisplaced(state)) notices.push(['misplaced', say(app.notice.misplaced)]);
  const words = unknownForced(state);
  if (words.length > 0)
    notices.push(['forced', say(app.notice.forced, { count: words.length, words: words.join(', ') })]);
  if (state.restarts > 0) notices.push(['restarted', say(app.notice.restarted)]);
  if (simd === false) notices.push(['simd', say(app.notice.simd)]);
  return notices.filter(([id]) => !state.dismissed.has(id));
}

export function Notices() {
  const { actions, language } = useApp();
  // A list of which no piece changed is not rendered again, though most of the state bears on it.
  const pieces = useAppState(useShallow((state) => noticesOf(state, language).flat()));
  const notices = pieces.flatMap((id, k) => (k % 2 === 0 ? [[id as NoticeId, pieces[k + 1]] as const] : []));
  return (
    <div className="notices" role="status">
      {notices.map(([id, said]) => (
        <div key={id} className="notice">
          <div>{said}</div>
          <IconButton label={language.say(language.app.notice.dismiss)} onClick={() => actions.dismiss(id)}>
            <X aria-hidden="true" />
          </IconButton>
        </div>
      ))}
    </div>
  );
}

function LinkProblems() {
  const { language } = useApp();
  const { say, app } = language;
  const { link, misunderstood } = useAppState((state) => state.arrival);
  return (
    <>
      <p>{say(app.notice.misunderstood)}</p>
      <ul>
        {misunderstood.map((one) => {
          const sentence = sentenceOf(language, one);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
      <p className="arrival-link">{say(app.notice.link, { link })}</p>
    </>
  );
}
