/** @file Task, mechanism and all settings of a run, each a field of the link. */
import { useId, useState } from 'react';
import type { ChoiceControl } from '../../../params/choice.ts';
import { train } from '../../../params/train.ts';
import type { WholeControl } from '../../../params/whole.ts';
import type { TrainPage } from '../../../url/pages/train.ts';
import { longestRange } from '../../../tasks/all.ts';
import { settingsOf } from './settingsOf.ts';
import { useTrainActions, useTrainLink, useTrainWords } from './useTrain.ts';

interface SelectProps<Option extends string> {
  readonly label: string;
  readonly control: ChoiceControl<Option>;
  readonly value: Option;
  readonly textOf: (option: Option) => string;
  readonly onChange: (option: Option) => void;
}

/** A menu of named values. */
function Select<Option extends string>({ label, control, value, textOf, onChange }: SelectProps<Option>) {
  const id = useId();
  return (
    <div className="train-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const option = control.options.find((one) => one === currentTarget.value);
          if (option !== undefined) onChange(option);
        }}
      >
        {control.options.map((option) => (
          <option key={option} value={option}>
            {textOf(option)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NumberProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number; what is typed counts as soon as it is one that is accepted. */
function NumberField({ label, min, max, value, onChange }: NumberProps) {
  const { words, say } = useTrainWords();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const fits = (text: string): boolean => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
  const bad = draft !== null && !fits(draft);
  return (
    <div className="train-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={draft ?? String(value)}
        aria-invalid={bad}
        aria-describedby={bad ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => {
          const text = currentTarget.value.trim();
          setDraft(text);
          if (fits(text)) onChange(Number(text));
        }}
        onBlur={() => setDraft(null)}
      />
      {bad && (
        <span id={`${id}-hint`} role="alert" className="train-hint">
          {say(words.controls.range, { min, max })}
        </span>
      )}
    </div>
  );
}

export function Settings() {
  const { words, say } = useTrainWords();
  const { controls } = words;
  const { change } = useTrainActions();
  const link = useTrainLink();
  return (
    <section className="plate train-settings" aria-label={say(controls.region)}>
      <div className="train-fields">
        <Select
          label={say(controls.task)}
          control={train.task}
          value={link.task}
          textOf={(task) => say(controls.tasks[task])}
          onChange={(task) => change({ task })}
        />
        <Select
          label={say(controls.mechanism)}
          control={train.mechanism}
          value={link.mechanism}
          textOf={(mechanism) => say(controls.mechanisms[mechanism])}
          onChange={(mechanism) => change({ mechanism })}
        />
        <NumberField
          label={say(controls.seed)}
          {...bounds(train.seed)}
          value={link.seed}
          onChange={(seed) => change({ seed })}
        />
      </div>
      <p className="muted small">{say(controls.taskNotes[link.task])}</p>
      <details>
        <summary>{say(controls.more)}</summary>
        <Finer />
        <p className="muted small">{say(controls.seedNote)}</p>
      </details>
    </section>
  );
}

function bounds({ min, max }: WholeControl): { readonly min: number; readonly max: number } {
  return { min, max };
}

/** Menus whose empty choice is the task's own value, which is said. */
const menus = ['width', 'embedding', 'attention', 'readout', 'rate', 'batch', 'data'] as const;

/** Widths, rate, batch, steps, data. */
function Finer() {
  const { words, say } = useTrainWords();
  const { controls } = words;
  const { change } = useTrainActions();
  const link = useTrainLink();
  const settings = settingsOf(link);
  const range = longestRange[link.task];
  return (
    <div className="train-fields">
      {menus.map((name) => (
        <Select
          key={name}
          label={say(controls[name])}
          control={train[name] as ChoiceControl<string>}
          value={link[name]}
          textOf={(option) => (option === '' ? say(controls.own, { value: ownValue(link, name) }) : option)}
          onChange={(option) => change({ [name]: option })}
        />
      ))}
      <NumberField
        label={say(controls.steps)}
        min={1}
        max={train.steps.max}
        value={settings.steps}
        onChange={(steps) => change({ steps })}
      />
      {range !== null && (
        <NumberField
          label={say(controls.longest)}
          min={range[0]}
          max={range[1]}
          value={settings.longest}
          onChange={(longest) => change({ longest })}
        />
      )}
      {link.mechanism.startsWith('local') && (
        <NumberField
          label={say(controls.window)}
          {...bounds(train.window)}
          value={link.window}
          onChange={(window) => change({ window })}
        />
      )}
    </div>
  );
}

/** What a menu's empty choice stands for, all else being as it is. */
function ownValue(link: TrainPage, name: (typeof menus)[number]): number {
  const own = settingsOf(name === 'rate' ? link : { ...link, [name]: '' });
  switch (name) {
    case 'width':
      return own.widths.decoder;
    case 'embedding':
    case 'attention':
    case 'readout':
      return own.widths[name];
    case 'rate':
    case 'batch':
    case 'data':
      return own[name];
  }
}
