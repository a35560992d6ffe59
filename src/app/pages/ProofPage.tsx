/** @file The published cases, computed again in the visitor's own browser: each with its source, its largest error and the verdict. */
import { useEffect } from 'react';
import { significant } from '../../geometry/numbers.ts';
import type { ProofResult } from '../../worker/protocol.ts';
import { useApp, useAppState } from '../context.ts';

export function ProofPage() {
  const { runner, language } = useApp();
  const { say, app } = language;
  const proof = useAppState((state) => state.proof);
  useEffect(() => void runner.prove(), [runner]);
  return (
    <main id="main" tabIndex={-1} className="main page">
      <h1>{say(app.proof.title)}</h1>
      <p className="lead">{say(app.proof.lead)}</p>
      {(proof.state === 'idle' || proof.state === 'running') && <p role="status">{say(app.proof.running)}</p>}
      {proof.state === 'failed' && (
        <div className="run-failed plate" role="alert">
          <p>{say(app.proof.failed)}</p>
          <p className="muted small">{say(app.run.details, { message: proof.message })}</p>
          <button type="button" className="button" onClick={() => void runner.prove()}>
            {say(app.proof.again)}
          </button>
        </div>
      )}
      {proof.state === 'done' && <Results results={proof.results} />}
    </main>
  );
}

function Results({ results }: { readonly results: readonly ProofResult[] }) {
  const { say, app } = useApp().language;
  const words = app.proof;
  const passed = results.filter(({ pass }) => pass).length;
  const largest = significant(Math.max(0, ...results.map(({ maxError }) => maxError)));
  return (
    <>
      <p role="status">{say(words.summary, { passed, count: results.length, largest })}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <div className="scrolls plate" tabIndex={0} role="region" aria-label={say(words.title)}>
        <table className="table proof-table">
          <thead>
            <tr>
              {[
                words.name,
                words.mechanism,
                words.source,
                words.error,
                words.float32Error,
                words.tolerance,
                words.verdict,
              ].map((name) => (
                <th key={name} scope="col">
                  {say(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {results.map(({ name, mechanism, source, maxError, float32Error, tolerance, pass }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{mechanism}</td>
                <td>{source}</td>
                <td className="digits">{significant(maxError)}</td>
                <td className="digits">{significant(float32Error)}</td>
                <td className="digits">{significant(tolerance)}</td>
                <td className={pass ? 'verdict-pass' : 'verdict-fail'}>
                  {say(pass ? words.pass : words.fail)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
