/** @file The current step in words, for the document's title and for readers who listen. */
import type { Language } from '../language.ts';
import type { LinkState } from '../../url/state.ts';
import { entryOf } from '../pages/all.ts';
import type { AppState } from './appState.ts';
import { cursorOfState } from './derived.ts';

function stageName({ views }: Language, stage: string): string {
  return (views.stages as Readonly<Record<string, string>>)[stage] ?? stage;
}

/** What is said of a link and of what is shown for it is made once: every change of the state asks for it. */
function remembered(say: (state: AppState, language: Language) => string) {
  const known = new WeakMap<LinkState, { asked: readonly unknown[]; said: string }>();
  return (state: AppState, language: Language): string => {
    const asked = [state.shown, state.spoken, language];
    const last = known.get(state.link);
    if (last !== undefined && asked.every((one, k) => one === last.asked[k])) return last.said;
    const said = say(state, language);
    known.set(state.link, { asked, said });
    return said;
  };
}

/** The title of the page. */
export const titleOf = remembered((state, language) => {
  const { say, app } = language;
  const { link, shown, spoken } = state;
  if (link.other !== null)
    return spoken?.page === link.other.page ? spoken.title : entryOf(link.other).title(language, link.other);
  const mechanism = say(app.mechanisms[link.mechanism].name);
  if (link.page === 'about') return say(app.title.about, { mechanism });
  if (link.page === 'proof') return say(app.title.proof);
  if (shown === null) return say(app.title.waiting, { mechanism });
  const { t, at } = cursorOfState(state);
  const stage = say(stageName(language, at));
  if (t === 0) return say(app.title.reading, { stage, mechanism });
  const word = shown.scene.target[t - 1] ?? say(app.french.end);
  return say(app.title.step, { word, stage, mechanism });
});

/** The step as it is announced; nothing while there is nothing to step through. */
export const announcementOf = remembered((state, language) => {
  const { say, app } = language;
  const { shown, link, spoken } = state;
  if (link.other !== null) return spoken?.page === link.other.page ? spoken.announcement : '';
  if (shown === null || link.page !== 'step') return '';
  const { t, at, cell } = cursorOfState(state);
  const group = shown.translation.trace.stages.filter((mark) => mark.t === t - 1);
  const values = {
    stage: say(stageName(language, at)),
    place: group.findIndex((mark) => mark.stage === at) + 1,
    places: group.length,
    cell: cell === 0 ? 'none' : (shown.scene.source[cell - 1] ?? String(cell)),
  };
  if (t === 0) return say(app.announce.read, values);
  const { target } = shown.scene;
  const word = target[t - 1];
  if (word === undefined) return say(app.announce.end, values);
  return say(app.announce.step, { ...values, t, count: target.length, word });
});
