/** @file The step of both in words, for the document's title and for readers who listen. */
import type { Language } from '../../language.ts';
import type { Spoken } from '../../state/appState.ts';
import type { Both } from './useBoth.ts';

export function spokenOf({ left, right, steps, cursor }: Both, { say, app, views }: Language): Spoken {
  const { t, at, cell } = cursor;
  const stage = say((views.stages as Readonly<Record<string, string>>)[at] ?? at);
  const group = steps.trace.stages.filter((mark) => mark.t === t - 1);
  const mechanism = say(app.compare.crumb, { left: left.name, right: right.name });
  const word = steps.target[t - 1];
  const values = {
    stage,
    place: group.findIndex((mark) => mark.stage === at) + 1,
    places: group.length,
    cell: cell === 0 ? 'none' : (steps.source[cell - 1] ?? String(cell)),
  };
  if (t === 0) {
    const title = say(app.title.reading, { stage, mechanism });
    return { page: 'compare', title, announcement: say(app.announce.read, values) };
  }
  const title = say(app.title.step, { word: word ?? say(app.french.end), stage, mechanism });
  const announcement =
    word === undefined
      ? say(app.announce.end, values)
      : say(app.announce.step, { ...values, t, count: steps.target.length, word });
  return { page: 'compare', title, announcement };
}
