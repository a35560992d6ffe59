/** @file The experiments, as the rail, the head and the document see them. */
import { lazy } from 'react';
import { experiment } from '../../../params/experiment.ts';
import { experimentPage, type ExperimentPage as ExperimentState } from '../../../url/pages/experiment.ts';
import type { PageEntry } from '../page.ts';

export const experimentEntry: PageEntry<ExperimentState> = {
  layout: 'plain',
  Page: lazy(() =>
    import('./ExperimentPage.tsx').then(({ ExperimentPage }) => ({ default: ExperimentPage })),
  ),
  heading: ({ say, app }) => say(app.experiment.rail),
  links: ({ say, app }) =>
    experiment.which.options.map((which) => ({
      to: experimentPage(which),
      label: say(app.experiment[which]),
    })),
  isHere: (to, at) => to.which === at.which,
  crumb: ({ say, app }, { which }) => say(app.experiment[which]),
  title: ({ say, app }, { which }) => say(app.experiment.title, { name: say(app.experiment[which]) }),
};
