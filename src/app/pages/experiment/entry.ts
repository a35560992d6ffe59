/** @file The experiments, as the rail, the head and the document see them. */
import { lazy } from 'react';
import { experimentPage, type ExperimentPage as ExperimentState } from '../../../url/pages/experiment.ts';
import type { PageEntry } from '../page.ts';

export const experimentEntry: PageEntry<ExperimentState> = {
  layout: 'plain',
  Page: lazy(() =>
    import('./ExperimentPage.tsx').then(({ ExperimentPage }) => ({ default: ExperimentPage })),
  ),
  heading: ({ say, app }) => say(app.experiment.rail),
  links: ({ say, app }) => [{ to: experimentPage(), label: say(app.experiment.length) }],
  isHere: (to, at) => to.which === at.which,
  crumb: ({ say, app }) => say(app.experiment.length),
  title: ({ say, app }) => say(app.experiment.title),
};
