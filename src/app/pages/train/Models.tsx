/** @file Which model writes on the worksheet; naming, keeping, forgetting, exporting and importing models. */
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { train } from '../../../params/train.ts';
import { chosenCheck, modelToKeep } from './chosen.ts';
import type { KeptModel } from './keepModels.ts';
import { LONGEST_NAME } from './savedModel.ts';
import type { Chosen, ModelNote } from './slice.ts';
import { useTrain, useTrainActions, useTrainLink, useTrainWords } from './useTrain.ts';

const NO_MODELS: readonly KeptModel[] = [];

export function Models() {
  const { words, say } = useTrainWords();
  const actions = useTrainActions();
  const { list } = actions;
  const kept = useTrain((slice) => slice.kept ?? NO_MODELS);
  const chosen = useTrain((slice) => slice.chosen);
  const hasRun = useTrain(({ run }) => run !== null);
  useEffect(() => void list(), [list]);
  const show = (to: Chosen): void => {
    actions.change({ show: to.kind === 'shipped' ? 'shipped' : 'own' });
    actions.choose(to);
  };
  return (
    <section className="plate train-models" aria-label={say(words.models.region)}>
      <h2>{say(words.models.region)}</h2>
      <fieldset>
        <legend>{say(words.models.show)}</legend>
        {hasRun && (
          <Choice
            checked={chosen.kind === 'run'}
            label={say(words.models.run)}
            onChoose={() => show({ kind: 'run', check: -1 })}
          />
        )}
        <Choice
          checked={chosen.kind === 'shipped'}
          label={say(words.models.shipped)}
          onChoose={() => show({ kind: 'shipped' })}
        />
        {kept.map((model) => (
          <div key={model.id} className="train-kept">
            <Choice
              checked={chosen.kind === 'kept' && chosen.id === model.id}
              label={model.name}
              note={say(words.models.kept, {
                task: say(words.controls.tasks[model.settings.task]),
                mechanism: mechanismName(words.controls.mechanisms, model.settings.mechanism),
                exact: model.heldOut.exact,
              })}
              onChoose={() => show({ kind: 'kept', id: model.id })}
            />
            <button
              type="button"
              className="button button-small"
              aria-label={say(words.models.forgetName, { name: model.name })}
              onClick={() => void actions.forget(model)}
            >
              {say(words.models.forget)}
            </button>
          </div>
        ))}
      </fieldset>
      <ShippedState />
      <Keeping />
      <Note />
      <p className="muted small">{say(words.models.limits)}</p>
    </section>
  );
}

function mechanismName(names: Readonly<Record<string, string>>, id: string): string {
  return names[id] ?? id;
}

interface ChoiceProps {
  readonly checked: boolean;
  readonly label: string;
  readonly note?: string;
  readonly onChoose: () => void;
}

function Choice({ checked, label, note, onChoose }: ChoiceProps) {
  return (
    <label className="train-choice">
      <input type="radio" name="train-model" checked={checked} onChange={onChoose} />
      <span>{label}</span>
      {note !== undefined && <span className="muted small">{note}</span>}
    </label>
  );
}

/** The shipped model while it is fetched, or why it was not. */
function ShippedState() {
  const { words, say } = useTrainWords();
  const { retryShipped } = useTrainActions();
  const shipped = useTrain((slice) => slice.shipped);
  if (shipped === 'loading') return <p role="status">{say(words.models.loading)}</p>;
  if (shipped === null || !('failed' in shipped)) return null;
  return (
    <div role="alert">
      <p>{say(words.models.failed, { message: shipped.failed })}</p>
      <button type="button" className="button button-small" onClick={retryShipped}>
        {say(words.models.again)}
      </button>
    </div>
  );
}

/** Offers a file under a name. */
function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}.lookback.json`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function Keeping() {
  const { words, say } = useTrainWords();
  const actions = useTrainActions();
  const link = useTrainLink();
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const can = useTrain((slice) => modelToKeep(slice) !== undefined);
  const step = useTrain((slice) => chosenCheck(slice)?.step);
  const keptName = useTrain(({ chosen, kept }) =>
    chosen.kind === 'kept' ? kept?.find((one) => one.id === chosen.id)?.name : undefined,
  );
  const task = useTrain(({ run }) => run?.settings.task) ?? link.task;
  const suggested =
    keptName ?? say(words.models.suggested, { task: say(words.controls.tasks[task]), step: step ?? 0 });
  const name = typed ?? suggested;
  const isNamed = name.trim() !== '';
  return (
    <div className="train-keeping">
      <label htmlFor={id}>{say(words.models.name)}</label>
      <input
        id={id}
        value={name}
        maxLength={LONGEST_NAME}
        onChange={({ currentTarget }) => setTyped(train.text.tidy(currentTarget.value))}
      />
      <button
        type="button"
        className="button button-small"
        aria-disabled={!can || !isNamed}
        onClick={() => {
          if (!can || !isNamed) return;
          setTyped(null);
          void actions.keep(name);
        }}
      >
        {say(words.models.keep)}
      </button>
      <button
        type="button"
        className="button button-small"
        aria-disabled={!can || !isNamed}
        onClick={() => {
          const text = can && isNamed ? actions.exported(name.trim()) : undefined;
          if (text === undefined) return;
          download(text, name.trim());
          actions.note({ kind: 'exported', name: name.trim() });
        }}
      >
        {say(words.models.export)}
      </button>
      <button type="button" className="button button-small" onClick={() => file.current?.click()}>
        {say(words.models.import)}
      </button>
      <FileInput field={file} />
    </div>
  );
}

/** The file field itself, which the button opens. */
function FileInput({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const { words, say } = useTrainWords();
  const actions = useTrainActions();
  return (
    <input
      ref={field}
      type="file"
      hidden
      aria-label={say(words.models.import)}
      accept=".json,application/json"
      onChange={({ currentTarget }) => {
        const [chosen] = currentTarget.files ?? [];
        if (chosen !== undefined) void actions.import(chosen);
        currentTarget.value = ''; // the same file may be chosen again
      }}
    />
  );
}

function Note() {
  const { words, say } = useTrainWords();
  const note = useTrain((slice) => slice.note);
  return (
    <p className="train-note" role="status">
      {note !== null && textOfNote(note, words.models.note, say)}
    </p>
  );
}

function textOfNote(
  note: ModelNote,
  words: Readonly<Record<ModelNote['kind'] | 'quota' | 'none' | 'other', string>> | Record<string, string>,
  say: (message: string, values?: Readonly<Record<string, string | number>>) => string,
): string {
  const message = (words as Readonly<Record<string, string>>)[
    note.kind === 'storage' ? note.fault : note.kind
  ];
  return say(message ?? '', 'name' in note ? { name: note.name } : { message: note.message });
}
