/** @file What can be changed at a beat: its tensors, the scores and the mask, sizes and words; undo, redo, reset, randomise, save. */
import { Dices, Download, Redo2, RotateCcw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { encode } from '../../../url/encode.ts';
import { useApp, useAppState } from '../../context.ts';
import { IconButton } from '../../shell/IconButton.tsx';
import { caseOf, scoreOf, sizeEdit, type Example } from './example.ts';
import { useExercise } from './exercise/useExercise.ts';
import { HandGrid } from './HandGrid.tsx';
import { Overrides } from './Overrides.tsx';
import type { HandShown } from './slice.ts';
import { useHandActions, useHandPage, useHandSlice, useHandWords } from './useHand.ts';

/** Characters past which a link is not offered: some programs cut longer ones off. */
const longestLink = 8000;

export interface HandNumbersProps {
  readonly example: Example;
  readonly shown: HandShown | null;
}

export function HandNumbers({ example, shown }: HandNumbersProps) {
  const { language } = useApp();
  const { say } = language;
  const { hand } = useHandWords();
  const { lesson, beat } = example;
  const score = scoreOf(lesson, beat);
  const grids = beat.grids.filter((name) => {
    const only = lesson.given[name]?.only;
    return only === undefined || only.includes(score);
  });
  // The grid of scores would show hidden ones.
  const hidesScores = useExercise(shown?.trace ?? null).hidden.some(
    ({ open, isKnown }) => open.name === 'e' && !isKnown,
  );
  return (
    <section className="plate hand-numbers" aria-labelledby="hand-numbers">
      <header className="hand-numbers-head">
        <div>
          <h2 id="hand-numbers">{say(hand.numbers.title)}</h2>
          <p className="muted small">{say(hand.numbers.explanation)}</p>
        </div>
        <Tools example={example} />
      </header>
      <LongLink example={example} />
      <BeatNumbers example={example} />
      <div className="hand-grids">
        {grids.map((name) => (
          <HandGrid key={`${lesson.id} ${name}`} example={example} name={name} />
        ))}
        {beat.override === true && shown !== null && !hidesScores && (
          <Overrides example={example} shown={shown} />
        )}
      </div>
      <Sizes example={example} />
    </section>
  );
}

/** Undo, redo, reset, randomise, save. */
function Tools({ example }: { readonly example: Example }) {
  const { language } = useApp();
  const { say } = language;
  const { hand } = useHandWords();
  const { past, future } = useHandSlice();
  const actions = useHandActions();
  const [seed, setSeed] = useState(1);
  const { numbers } = hand;
  return (
    <div className="hand-tools">
      <IconButton label={say(numbers.undo)} disabled={past.length === 0} onClick={actions.undo}>
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton label={say(numbers.redo)} disabled={future.length === 0} onClick={actions.redo}>
        <Redo2 aria-hidden="true" />
      </IconButton>
      <IconButton label={say(numbers.resetHint)} onClick={actions.reset}>
        <RotateCcw aria-hidden="true" />
      </IconButton>
      <label className="hand-seed">
        <span>{say(numbers.seed)}</span>
        <input
          className="text-field"
          inputMode="numeric"
          value={seed}
          onChange={(event) => {
            const typed = Number(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, 6));
            setSeed(Math.max(1, typed));
          }}
        />
      </label>
      <IconButton
        label={say(numbers.randomiseHint)}
        onClick={() => {
          actions.randomise(seed);
          setSeed(seed + 1);
        }}
      >
        <Dices aria-hidden="true" />
      </IconButton>
      <IconButton label={say(hand.take.save)} onClick={() => saveCase(example)}>
        <Download aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** Saves the example as a case file. */
function saveCase(example: Example): void {
  const text = `${JSON.stringify(caseOf(example), null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${example.lesson.id}-${example.beat.id}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** Said where a beat is about numbers that the reader has replaced by his own. */
function BeatNumbers({ example }: { readonly example: Example }) {
  const { say } = useApp().language;
  const { hand } = useHandWords();
  const actions = useHandActions();
  const { edits } = useHandPage();
  const names = (example.beat.set ?? [])
    .map(({ name }) => name)
    .filter((name) => edits.some((one) => one.name === name));
  if (names.length === 0) return null;
  const shown = names.map((name) => name.replace('size_', '')).join(', ');
  return (
    <div className="notice" role="status">
      <p>{say(hand.changed.beat, { names: shown })}</p>
      <button type="button" className="button button-small" onClick={() => actions.setAll([], names)}>
        {say(hand.changed.take)}
      </button>
    </div>
  );
}

/** Said where the link has become too long to be shared. */
function LongLink({ example }: { readonly example: Example }) {
  const { language } = useApp();
  const { hand } = useHandWords();
  const length = useAppState(({ link }) => (link.other === null ? 0 : encode(link).length));
  if (length <= longestLink) return null;
  return (
    <div className="notice" role="status">
      <p>
        {language.say(hand.tooLong.title, { length, most: longestLink })}{' '}
        {language.say(hand.tooLong.explanation)}
      </p>
      <button type="button" className="button" onClick={() => saveCase(example)}>
        {language.say(hand.tooLong.save)}
      </button>
    </div>
  );
}

/** Sizes that can be changed here, and the words over the columns. */
function Sizes({ example }: { readonly example: Example }) {
  const { language } = useApp();
  const { say } = language;
  const { hand } = useHandWords();
  const actions = useHandActions();
  const { words: typed } = useHandPage();
  const { lesson, sizes, words } = example;
  const names: Readonly<Record<string, string>> = hand.numbers.size;
  const open = Object.entries(lesson.sizes).filter(([, { least, most }]) => least < most);
  return (
    <div className="hand-sizes">
      {open.map(([label, { least, most, size }]) => (
        <label key={label}>
          <span>{say(names[label] ?? label)}</span>
          <select
            className="text-field"
            value={sizes[label]}
            onChange={(event) => {
              const value = Number(event.currentTarget.value);
              const edit = { name: sizeEdit(label), shape: [], data: [value] };
              actions.setAll(value === size ? [] : [edit], [sizeEdit(label)]);
            }}
          >
            {Array.from({ length: most - least + 1 }, (_, k) => (
              <option key={k} value={least + k}>
                {least + k}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="hand-words-field">
        <span>{say(hand.numbers.wordsLabel)}</span>
        <input
          className="text-field"
          title={say(hand.numbers.wordsHint)}
          value={typed === '' ? words.join(' ') : typed}
          maxLength={240}
          onChange={(event) => actions.setWords(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
