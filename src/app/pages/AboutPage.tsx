/** @file "About this model": its card, what it reaches by length, and its limits. */
import { useEffect, type ReactNode } from 'react';
import { OrderDiagram } from '../../views/OrderDiagram.tsx';
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
      <p className="lead">{say(app.about.lead, { mechanism: say(app.mechanisms[mechanism].title) })}</p>
      <p>{say(app.about.attendFirst)}</p>
      {mechanism !== 'none' && <OrderDiagram words={language} own="attend-first" />}
      {model === undefined ? (
        <p role="status">{say(run.state === 'failed' ? app.about.failed : app.about.loading)}</p>
      ) : (
        <>
          {model.card.note !== undefined && <p className="notice">{model.card.note}</p>}
          <Card card={model.card} />
          <Results results={model.card.results} />
          <Limits limits={model.card.limits} />
        </>
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
  return (
    <section className="plate" aria-labelledby="card">
      <h2 id="card">{say(about.card)}</h2>
      <dl className="card">
        <Row name={about.task}>{card.task}</Row>
        <Row name={about.grammar}>{say(about.grammarVersion, { version: card.grammarVersion })}</Row>
        <Row name={about.parameters}>{say('{value, number}', { value: card.parameters })}</Row>
        <Row name={about.size}>{say(about.sizeValue, { bytes, compressed })}</Row>
        <Row name={about.training}>{say(about.trainingValue, card.training)}</Row>
        <Row name={about.seed}>{card.seed}</Row>
        <Row name={about.widths}>
          {Object.entries(card.widths).map(([name, width]) => (
            <span key={name} className="card-width">
              <span className="digits">{width}</span>{' '}
              {say(about.widthNames[name as keyof typeof about.widthNames] ?? '{name}', { name })}
            </span>
          ))}
        </Row>
        <Row name={about.hash}>
          <code>{card.hash}</code>
        </Row>
        <Row name={about.command}>
          <code>{card.command}</code>
        </Row>
      </dl>
      <p>{say(about.readout)}</p>
    </section>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { say } = useApp().language;
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Limits({ limits }: Pick<ModelCard, 'limits'>) {
  const { say, app } = useApp().language;
  return (
    <section className="plate" aria-labelledby="limits">
      <h2 id="limits">{say(app.about.limits)}</h2>
      <ul>
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  );
}

function Results({ results }: Pick<ModelCard, 'results'>) {
  const { say, app } = useApp().language;
  const { about } = app;
  return (
    <div className="plate">
      <h2 id="results">{say(about.results)}</h2>
      {results.length === 0 ? <p>{say(about.noResults)}</p> : <ResultsTable results={results} />}
      <p className="muted small">{say(about.resultsNote)}</p>
    </div>
  );
}

function ResultsTable({ results }: Pick<ModelCard, 'results'>) {
  const { say, app } = useApp().language;
  const { about } = app;
  // What falls short of all must not be rounded up to it.
  const share = (value: number): string =>
    say('{value, number, hundredths}', { value: value < 1 ? Math.min(value, 0.9999) : value });
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div className="scrolls" tabIndex={0} role="region" aria-labelledby="results">
      <table className="table">
        <thead>
          <tr>
            {[about.set, about.sentences, about.exact, about.tokens, about.bleu, about.aer].map((name) => (
              <th key={name} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map(({ set, sentences, exact, tokens, bleu, aer }) => (
            <tr key={set}>
              <th scope="row">{set}</th>
              <td>{say('{sentences, number}', { sentences })}</td>
              <td>{share(exact)}</td>
              <td>{share(tokens)}</td>
              <td>{share(bleu)}</td>
              <td>{aer === undefined ? '—' : share(aer)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
