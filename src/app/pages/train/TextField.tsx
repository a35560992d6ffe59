/** @file The text that the model writes for: typed, read as symbols, with what the task does not know. */
import { useState } from 'react';
import { train } from '../../../params/train.ts';
import { MOST_COLUMNS, readingOf, shownSymbol, taskOfSettings, textOf } from './settingsOf.ts';
import { useShownTask } from './useShownTask.ts';
import { useTrainActions, useTrainLink, useTrainWords } from './useTrain.ts';

export function TextField() {
  const { words, say } = useTrainWords();
  const { change } = useTrainActions();
  const link = useTrainLink();
  const task = taskOfSettings(useShownTask());
  // While it is typed in, an empty field stays empty; else it holds the task's first sample.
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? textOf(link, task);
  const { symbols, changed, cut } = readingOf(text, task);
  const unknown = [...new Set(symbols.filter((symbol) => !task.source.has(symbol)))];
  return (
    <div className="train-text">
      <label htmlFor="watched">{say(words.text.label)}</label>
      <input
        id="watched"
        value={text}
        maxLength={train.text.longest}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby="watched-reading"
        onChange={({ currentTarget }) => {
          const typed = train.text.tidy(currentTarget.value);
          setDraft(typed);
          change({ text: typed });
        }}
        onBlur={() => setDraft(null)}
      />
      <p id="watched-reading" className="muted small" aria-live="polite">
        {symbols.length === 0 && say(words.text.empty)}
        {changed && symbols.length > 0 && (
          <>
            {say(words.text.readAs)} <q>{task.write(symbols)}</q>{' '}
          </>
        )}
        {cut && say(words.text.cut, { most: MOST_COLUMNS })}{' '}
        {unknown.length > 0 &&
          say(words.text.unknown, { symbols: unknown.map((one) => `“${shownSymbol(one)}”`).join(' ') })}
      </p>
      <div className="train-samples" role="group" aria-label={say(words.text.samples)}>
        {task.samples.map((sample) => (
          <button
            key={sample}
            type="button"
            className="word-button"
            aria-pressed={sample === text}
            onClick={() => change({ text: sample })}
          >
            {sample}
          </button>
        ))}
      </div>
    </div>
  );
}
