/** @file The experiment "length": scores against sentence length, and sentences in two of its models side by side. */
import { useState } from 'react';
import { ChartPart } from './ChartPart.tsx';
import type { PartProps } from './ExperimentPage.tsx';
import { RunsPart } from './RunsPart.tsx';
import { SentencePart } from './SentencePart.tsx';
import { useAsked } from './useAsked.ts';

export function LengthPart(part: PartProps) {
  const { words, limit } = part;
  const { formatter, messages } = words;
  const [attempt, setAttempt] = useState(0);
  const asked = useAsked<'length'>({ kind: 'length' }, attempt);
  return (
    <>
      <h1>{formatter.text(messages.title)}</h1>
      <p className="lead">{formatter.text(messages.lead, { limit })}</p>
      {asked.state === 'running' && <p role="status">{formatter.text(messages.loading)}</p>}
      {asked.state === 'failed' && (
        <div className="run-failed plate" role="alert">
          <p>{formatter.text(messages.failed)}</p>
          <p className="muted small">{formatter.text(messages.details, { message: asked.message })}</p>
          <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
            {formatter.text(messages.again)}
          </button>
        </div>
      )}
      {asked.state === 'done' && (
        <>
          <ChartPart {...part} runs={asked.reply.runs} />
          <SentencePart {...part} runs={asked.reply.runs} sentences={asked.reply.sentences} />
          <RunsPart {...part} runs={asked.reply.runs} />
        </>
      )}
    </>
  );
}
