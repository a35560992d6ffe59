/** @file “Train it yourself”, as the rail, the head and the document see it. */
import { lazy } from 'react';
import { trainPage, type TrainPage as TrainState } from '../../../url/pages/train.ts';
import type { PageEntry } from '../page.ts';

export const trainEntry: PageEntry<TrainState> = {
  layout: 'full',
  Page: lazy(() => import('./TrainPage.tsx').then(({ TrainPage }) => ({ default: TrainPage }))),
  heading: ({ say, app }) => say(app.train.rail),
  links: ({ say, app }) => [
    { to: trainPage(), label: say(app.train.name) },
    { to: trainPage({ task: 'dates', show: 'shipped' }), label: say(app.train.dates) },
  ],
  isHere: (to, at) => to.show === at.show,
  crumb: ({ say, app }, { show }) => say(show === 'own' ? app.train.name : app.train.dates),
  title: ({ say, app }, { show }) => say(show === 'own' ? app.train.title : app.train.datesTitle),
};
