/** @file The experiment "length": scores against sentence length, and sentences in two of its models side by side. */
import { useEffect, useMemo, useState } from 'react';
import { experimentMessages as messages } from '../../../messages/en/experiment.ts';
import { experimentPage, type ExperimentPage as ExperimentState } from '../../../url/pages/experiment.ts';
import type { LengthWords } from '../../../views/length/lengthWords.ts';
import { useApp, useAppState } from '../../context.ts';
import { Notices } from '../../shell/Notices.tsx';
import { changeOther } from '../../state/link.ts';
import { ChartPart } from './ChartPart.tsx';
import { RunsPart } from './RunsPart.tsx';
import { SentencePart } from './SentencePart.tsx';
import { useAsked } from './useAsked.ts';
import './experiment.css';

const nothingOpen = experimentPage();

/** The longest sentence of training. */
const LIMIT = 20;

/** What the parts of the page are given. */
export interface PartProps {
  readonly at: ExperimentState;
  readonly words: LengthWords;
  readonly limit: number;
  /** Changes the link; `entry`: a place to come back to. */
  readonly change: (part: Partial<Omit<ExperimentState, 'page'>>, entry?: boolean) => void;
}

export function ExperimentPage() {
  const { store, language } = useApp();
  const { formatter, say } = language;
  const at = useAppState(({ link }) => (link.other?.page === 'experiment' ? link.other : nothingOpen));
  const [attempt, setAttempt] = useState(0);
  const asked = useAsked<'length'>({ kind: 'length' }, attempt);
  const words = useMemo((): LengthWords => ({ formatter, messages }), [formatter]);
  useEffect(() => {
    const spoken = { page: 'experiment', title: say(messages.documentTitle), announcement: '' } as const;
    store.setState({ spoken });
  }, [store, say]);
  const change: PartProps['change'] = (part, entry = false) =>
    changeOther<ExperimentState>(store, 'experiment', part, entry);
  const part: PartProps = { at, words, limit: LIMIT, change };
  return (
    <main id="main" tabIndex={-1} className="main page length">
      <Notices />
      <h1>{say(messages.title)}</h1>
      <p className="lead">{say(messages.lead, { limit: LIMIT })}</p>
      {asked.state === 'running' && <p role="status">{say(messages.loading)}</p>}
      {asked.state === 'failed' && (
        <div className="run-failed plate" role="alert">
          <p>{say(messages.failed)}</p>
          <p className="muted small">{say(messages.details, { message: asked.message })}</p>
          <button type="button" className="button" onClick={() => setAttempt(attempt + 1)}>
            {say(messages.again)}
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
    </main>
  );
}
