/** @file Under the sentence: examples, the words that the model knows, the beam, and taking edits back. */
import { BookOpen, Redo2, RotateCcw, Undo2 } from 'lucide-react';
import { lazy, useState } from 'react';
import { Part } from '../shell/Part.tsx';
import { translation, widestReach, windowed } from '../../params/translation.ts';
import { examples } from '../../tasks/translation/examples.ts';
import { useApp, useAppState } from '../context.ts';
import { IconButton } from '../shell/IconButton.tsx';
import { Tip } from '../shell/Tip.tsx';

const Vocabulary = lazy(() =>
  import('./VocabularyDialog.tsx').then(({ VocabularyDialog }) => ({ default: VocabularyDialog })),
);

/** The beginning of a sentence, for a button: as many words as fit into some twenty letters. */
function beginning(sentence: string): string {
  const words = sentence.split(' ');
  let count = words.length;
  while (count > 1 && words.slice(0, count).join(' ').length > 20) count -= 1;
  return count === words.length ? sentence : `${words.slice(0, count).join(' ')} …`;
}

export function SentenceTools() {
  const { say, app } = useApp().language;
  const [browsing, setBrowsing] = useState(false);
  return (
    <div className="tools">
      <Examples />
      <div className="tools-right">
        <button
          type="button"
          className="button button-small"
          aria-haspopup="dialog"
          onClick={() => setBrowsing(true)}
        >
          <BookOpen aria-hidden="true" />
          {say(app.sentence.browse)}
        </button>
        <WindowReach />
        <BeamSize />
        <EditButtons />
      </div>
      {browsing && (
        <Part>
          <Vocabulary onClose={() => setBrowsing(false)} />
        </Part>
      )}
    </div>
  );
}

function Examples() {
  const { actions, language } = useApp();
  const { say, app } = language;
  const sentence = useAppState((state) => state.link.sentence);
  return (
    <div className="examples" role="group" aria-label={say(app.sentence.examples)}>
      {examples.map(({ english }) => (
        <button
          key={english}
          type="button"
          className="word-button"
          lang="en"
          aria-label={english}
          aria-pressed={sentence === english}
          title={english}
          onClick={() => actions.setSentence(english)}
        >
          {beginning(english)}
        </button>
      ))}
    </div>
  );
}

function BeamSize() {
  const { actions, language } = useApp();
  const { say, app } = language;
  const beam = useAppState((state) => state.link.beam);
  const { min, max } = translation.beam;
  const sizes = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  return (
    <Tip text={say(app.beam.hint)}>
      <label className="beam">
        <span>{say(app.beam.label)}</span>
        <select
          className="select"
          value={beam}
          onChange={(event) => actions.setBeam(Number(event.currentTarget.value))}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              {size === 1 ? say(app.beam.greedy) : String(size)}
            </option>
          ))}
        </select>
      </label>
    </Tip>
  );
}

/** D of local attention, from 1 on; as the model was trained until the reader moves it. */
function WindowReach() {
  const { actions, language } = useApp();
  const { say, app } = language;
  const mechanism = useAppState((state) => state.link.mechanism);
  const chosen = useAppState((state) => state.link.reach);
  const own = useAppState((state) => state.models[state.link.mechanism]?.card.settings?.D);
  if (!windowed.includes(mechanism) || own === undefined) return null;
  const reach = chosen === 0 ? own : chosen;
  return (
    <Tip text={say(app.reach.hint, { own })}>
      <label className="reach">
        <span>{say(app.reach.label)}</span>
        <input
          type="range"
          className="slider"
          min={1}
          max={widestReach}
          step={1}
          value={reach}
          aria-valuetext={say(app.reach.value, { reach, own })}
          onChange={(event) => {
            const value = Number(event.currentTarget.value);
            actions.setReach(value === own ? 0 : value);
          }}
          onBlur={() => actions.endTyping()}
        />
        <output className="digits">{reach}</output>
      </label>
    </Tip>
  );
}

function EditButtons() {
  const { actions, language } = useApp();
  const { say, app } = language;
  const canUndo = useAppState((state) => state.past.length > 0);
  const canRedo = useAppState((state) => state.future.length > 0);
  return (
    <div className="edit-buttons">
      <IconButton label={say(app.sentence.undo)} aria-disabled={!canUndo} onClick={() => actions.undo()}>
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton label={say(app.sentence.redo)} aria-disabled={!canRedo} onClick={() => actions.redo()}>
        <Redo2 aria-hidden="true" />
      </IconButton>
      <IconButton label={say(app.sentence.resetHint)} onClick={() => actions.reset()}>
        <RotateCcw aria-hidden="true" />
      </IconButton>
    </div>
  );
}
