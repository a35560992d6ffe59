/** @file The pages of the experiments: score against sentence length, and translating in phrases. */
import { useEffect, useMemo } from 'react';
import { experimentMessages as messages } from '../../../messages/en/experiment.ts';
import { experimentPage, type ExperimentPage as ExperimentState } from '../../../url/pages/experiment.ts';
import type { LengthWords } from '../../../views/length/lengthWords.ts';
import { useApp, useAppState } from '../../context.ts';
import { Notices } from '../../shell/Notices.tsx';
import { changeOther } from '../../state/link.ts';
import { LengthPart } from './LengthPart.tsx';
import { PhrasesPart } from './PhrasesPart.tsx';
import './experiment.css';

const nothingOpen = experimentPage();

/** What the parts of the pages are given. */
export interface PartProps {
  readonly at: ExperimentState;
  readonly words: LengthWords;
  /** The longest sentence of training, in words. */
  readonly limit: number;
  /** Changes the link; `entry`: a place to come back to. */
  readonly change: (part: Partial<Omit<ExperimentState, 'page'>>, entry?: boolean) => void;
}

/** The longest sentence of training. */
const LIMIT = 20;

export function ExperimentPage() {
  const { store, language } = useApp();
  const { formatter, say } = language;
  const at = useAppState(({ link }) => (link.other?.page === 'experiment' ? link.other : nothingOpen));
  const words = useMemo((): LengthWords => ({ formatter, messages }), [formatter]);
  const isPhrases = at.which === 'segmentation';
  useEffect(() => {
    const title = say(isPhrases ? messages.phrases.documentTitle : messages.documentTitle);
    store.setState({ spoken: { page: 'experiment', title, announcement: '' } });
  }, [store, say, isPhrases]);
  const change: PartProps['change'] = (part, entry = false) =>
    changeOther<ExperimentState>(store, 'experiment', part, entry);
  const part: PartProps = { at, words, limit: LIMIT, change };
  return (
    <main id="main" tabIndex={-1} className="main page length">
      <Notices />
      {isPhrases ? <PhrasesPart key={at.text} {...part} /> : <LengthPart {...part} />}
    </main>
  );
}
