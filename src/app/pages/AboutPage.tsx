/** @file "About this model": its card, what it reaches by length, and its limits. */
import { useEffect } from 'react';
import { useApp, useAppState } from '../context.ts';
import { Notices } from '../shell/Notices.tsx';
import { PageLink } from '../shell/PageLink.tsx';
import type { ModelCard } from '../../worker/protocol.ts';

export function AboutPage() {
  const { runner, language } = useApp();
  const { say, app } = language;
  const mechanism = useAppState((state) => state.link.mechanism);
  const model = useAppState((state) => state.models[state.link.mechanism]);
  const run = useAppState((state) => state.run);
  useEffect(() => void runner.load(mechanism), [runner, mechanism]);
  return (
    <main id="main" tabIndex={-1} className="main page">
      <Notices />
      <h1>{say(app.about.title)}</h1>
      <p className="lead">{say(app.about.lead, { mechanism: say(app.mechanisms[mechanism].name) })}</p>
      <p>{say(app.about.attendFirst)}</p>
      {model === undefined ? (
        <p role="status">{say(run.state === 'failed' ? app.about.failed : app.about.loading)}</p>
      ) : (
        <Card card={model.card} />
      )}
      <p>
        <PageLink to={{ page: 'step' }}>{say(app.about.back)}</PageLink>
      </p>
    </main>
  );
}

function Card({ card }: { readonly card: ModelCard }) {
  const { say, app } = useApp().language;
  const { about } = app;
  const { bytes, compressed } = card;
  const rows: readonly (readonly [string, string])[] = [
    [about.task, card.task],
    [about.grammar, say(about.grammarVersion, { version: card.grammarVersion })],
    [about.parameters, say('{value, number}', { value: card.parameters })],
    [about.size, say(about.sizeValue, { bytes, compressed })],
    [about.training, say(about.trainingValue, card.training)],
    [about.seed, String(card.seed)],
  ];
  return (
    <>
      <section className="plate" aria-labelledby="card">
        <h2 id="card">{say(about.card)}</h2>
        <dl className="card">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{say(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>{say(about.widths)}</dt>
            <dd>
              {Object.entries(card.widths).map(([name, width]) => (
                <span key={name} className="card-width">
                  <span className="digits">{width}</span>{' '}
                  {say(about.widthNames[name as keyof typeof about.widthNames] ?? '{name}', { name })}
                </span>
              ))}
            </dd>
          </div>
          <div>
            <dt>{say(about.hash)}</dt>
            <dd>
              <code>{card.hash}</code>
            </dd>
          </div>
          <div>
            <dt>{say(about.command)}</dt>
            <dd>
              <code>{card.command}</code>
            </dd>
          </div>
        </dl>
        <p>{say(about.readout)}</p>
      </section>
      <Results results={card.results} />
      <section className="plate" aria-labelledby="limits">
        <h2 id="limits">{say(about.limits)}</h2>
        <ul>
          {card.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Results({ results }: Pick<ModelCard, 'results'>) {
  const { say, app } = useApp().language;
  const { about } = app;
  const share = (value: number): string => say('{value, number, percent}', { value });
  return (
    <section className="plate" aria-labelledby="results">
      <h2 id="results">{say(about.results)}</h2>
      {results.length === 0 ? (
        <p>{say(about.noResults)}</p>
      ) : (
        <div className="scrolls" tabIndex={0} role="region" aria-labelledby="results">
          <table className="table">
            <thead>
              <tr>
                {[about.set, about.sentences, about.exact, about.tokens, about.bleu, about.aer].map(
                  (name) => (
                    <th key={name} scope="col">
                      {say(name)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {results.map(({ set, sentences, exact, tokens, bleu, aer }) => (
                <tr key={set}>
                  <th scope="row">{set}</th>
                  <td>{say('{sentences, number}', { sentences })}</td>
                  {[exact, tokens, bleu, aer].map((value, column) => (
                    // The four columns never change places.
                    // eslint-disable-next-line react/no-array-index-key
                    <td key={column}>{share(value)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="muted small">{say(about.resultsNote)}</p>
    </section>
  );
}
