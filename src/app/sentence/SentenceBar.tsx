/** @file The sentence, its translation, and what can be done with both. */
import { useApp } from '../context.ts';
import { EnglishField } from './EnglishField.tsx';
import { FrenchField } from './FrenchField.tsx';
import { Hypotheses } from './Hypotheses.tsx';
import { Reading } from './Reading.tsx';
import { SentenceTools } from './SentenceTools.tsx';

export function SentenceBar() {
  const { say, app } = useApp().language;
  return (
    <section className="sentence" aria-label={say(app.sentence.region)}>
      <div className="sentence-pair">
        <EnglishField />
        <span className="sentence-arrow" aria-hidden="true">
          →
        </span>
        <FrenchField />
      </div>
      <Reading />
      <Hypotheses />
      <SentenceTools />
    </section>
  );
}
