/** @file The worked examples by hand, as the rail, the head and the document see them. */
import { lazy } from 'react';
import { hand, type LessonId } from '../../../params/hand.ts';
import { handPage, type HandPage as HandState } from '../../../url/pages/hand.ts';
import type { PageEntry } from '../page.ts';

/** The lessons that there are, in the order of the rail. */
const written: readonly LessonId[] = hand.lesson.options;

export const handEntry: PageEntry<HandState> = {
  layout: 'full',
  Page: lazy(() => import('./HandPage.tsx').then(({ HandPage }) => ({ default: HandPage }))),
  Embed: lazy(() => import('./HandEmbed.tsx').then(({ HandEmbed }) => ({ default: HandEmbed }))),
  heading: ({ say, app }) => say(app.hand.rail),
  links: ({ say, app }) =>
    written.map((lesson) => ({
      to: handPage(lesson),
      label: say(app.hand.lessons[lesson].name),
    })),
  isHere: (to, at) => to.lesson === at.lesson,
  crumb: ({ say, app }, { lesson }) => say(app.hand.lessons[lesson].title),
  title: ({ say, app }, { lesson }) => say(app.hand.title, { lesson: say(app.hand.lessons[lesson].title) }),
};
