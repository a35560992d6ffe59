/** @file Two mechanisms side by side, as the rail, the head and the document see them. */
import { lazy } from 'react';
import { comparePage, type ComparePage as CompareState } from '../../../url/pages/compare.ts';
import type { Language } from '../../language.ts';
import type { PageEntry } from '../page.ts';

function namesOf({ say, app }: Language, { left, right }: CompareState): string {
  return say(app.compare.crumb, {
    left: say(app.mechanisms[left].name),
    right: say(app.mechanisms[right].name),
  });
}

export const compareEntry: PageEntry<CompareState> = {
  layout: 'full',
  Page: lazy(() => import('./ComparePage.tsx').then(({ ComparePage }) => ({ default: ComparePage }))),
  Embed: lazy(() => import('./CompareEmbed.tsx').then(({ CompareEmbed }) => ({ default: CompareEmbed }))),
  heading: ({ say, app }) => say(app.compare.heading),
  links: ({ say, app }) => [{ to: comparePage(), label: say(app.compare.link) }],
  isHere: () => true,
  crumb: namesOf,
  title: (language, at) => language.say(language.app.compare.title, { names: namesOf(language, at) }),
};
