/** @file What is said while local attention chooses where to look. */

import { ask, cellIn, say, sourceAt, type Step, type Told, type Values } from '../step.ts';

/** Where the window is: its centre, its edges, and the words in it. */
export function windowValues(step: Step): Values {
  const { window } = step.attention;
  const places = [...(window?.inside.values ?? [])].flatMap((inside, j) => (inside > 0 ? [j] : []));
  const [from = 0, to = 0] = [places[0], places.at(-1)];
  const centre = window?.centre ?? 0;
  const reach = window?.reach ?? 0;
  return {
    centre,
    reach,
    sigma: reach / 2,
    low: centre - reach,
    high: centre + reach,
    count: places.length,
    outside: step.n - places.length,
    from: sourceAt(step, from),
    fromPlace: from + 1,
    to: sourceAt(step, to),
    toPlace: to + 1,
    cut: centre - reach < 1 || centre + reach > step.n ? 'yes' : 'no',
    share: centre / Math.max(1, step.n),
  };
}

/** p_t, and the places within D of it. */
export function position(step: Step): Told {
  const { window } = step.attention;
  const about = windowValues(step);
  const cells = window === null ? [] : cellIn(window.position, 0);
  return {
    sentences: [
      say('position.all', about),
      say(window?.fellBack === true ? 'position.fallback' : 'position.window', about),
    ],
    called: [about['cut'] === 'yes' ? ask('position.edge', about, cells) : null],
    always: [
      ask('position.how', about, cells),
      ask('position.why', about),
      ask('position.empty', about),
      ask('position.reach', about),
    ],
  };
}
