/** @file What was trained, and what the experiment can and cannot show. */
import type { LengthRun } from '../../../worker/protocol.ts';
import { lineName, scoreText } from '../../../views/length/lengthWords.ts';
import type { PartProps } from './ExperimentPage.tsx';
import { modelsOf } from './lines.ts';

export interface RunsPartProps extends PartProps {
  readonly runs: readonly LengthRun[];
}

export function RunsPart({ words, runs }: RunsPartProps) {
  const { formatter, messages } = words;
  const { about } = messages;
  const label = formatter.text(messages.runs.label);
  const inPhrases = runs.find(({ mechanism }) => mechanism === 'segmentation');
  const phrases = inPhrases?.results[0]?.sentences ?? 0;
  return (
    <>
      <section className="plate">
        <h2>{formatter.text(about.title)}</h2>
        <ul>
          {[...about.shows, ...about.limits].map((one) => (
            <li key={one}>{formatter.text(one, { phrases })}</li>
          ))}
        </ul>
      </section>
      <details className="plate">
        <summary>{formatter.text(messages.runs.summary)}</summary>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
        <div className="scrolls" tabIndex={0} role="region" aria-label={label}>
          <table className="table">
            <caption className="visually-hidden">{label}</caption>
            <thead>
              <tr>
                {(['line', 'seeds', 'parameters', 'minutes'] as const).map((name) => (
                  <th key={name} scope="col">
                    {formatter.text(messages.runs[name])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {modelsOf(runs).map(({ id, seeds, parameters, minutes }) => (
                <tr key={id}>
                  <th scope="row">{lineName(words, id)}</th>
                  <td>{seeds.join(', ')}</td>
                  <td>{formatter.text('{parameters, number}', { parameters })}</td>
                  <td>{scoreText(words, minutes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted small">
            {formatter.text(messages.runs.note)} <code>{formatter.text(messages.runs.command)}</code>
          </p>
        </div>
      </details>
    </>
  );
}
