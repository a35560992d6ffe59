/** @file The likeliest words at a target step with their probabilities, and a search over the whole vocabulary: one click forces one. */
import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react/combobox';
import { Popover, PopoverDisclosure, PopoverHeading, PopoverProvider } from '@ariakit/react/popover';
import { Split } from 'lucide-react';
import { useMemo, useState } from 'react';
import { cellsOf, findTensor } from '../../engine/trace.ts';
import { displayToken } from '../../tasks/translation/display.ts';
import { useApp, useAppState } from '../context.ts';
import type { Shown } from '../state/appState.ts';

/** How many of the likeliest words are offered without a search, and of the words found. */
const offered = 6;
const mostFound = 40;

/** The three marks at the head of a vocabulary, which cannot be written. */
const marks = 3;

interface OtherWord {
  readonly word: string;
  readonly probability: number;
}

/** All words with their probabilities at step t (from 1), the likeliest first. */
function ranked(shown: Shown, t: number, words: readonly string[]): OtherWord[] {
  const { trace } = shown.translation;
  const tensor = findTensor(trace, 'p', t - 1);
  const cells = tensor === undefined ? new Float64Array() : cellsOf(trace, tensor);
  return words
    .map((word, number) => ({ word, probability: cells[number] ?? 0 }))
    .slice(marks)
    .toSorted((a, b) => b.probability - a.probability);
}

/** A word without accents and apostrophes, as it is searched. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase();
}

export interface OtherWordsProps {
  readonly shown: Shown;
  readonly t: number;
  readonly label: string;
  readonly onClose: () => void;
}

export function OtherWords({ shown, t, label, onClose }: OtherWordsProps) {
  const { actions, language } = useApp();
  const { say, app } = language;
  const words = useAppState((state) => state.models[shown.wanted.mechanism]?.targetWords);
  const all = useMemo(() => ranked(shown, t, words ?? []), [shown, t, words]);
  const [search, setSearch] = useState('');
  const written = shown.translation.target[t - 1];
  const isForced = shown.scene.forced.includes(t);
  const found =
    search === ''
      ? all.slice(0, offered)
      : all.filter(({ word }) => plain(word).startsWith(plain(search))).slice(0, mostFound);
  const force = (word: string): void => {
    actions.force(t, word);
    onClose();
  };
  return (
    <PopoverProvider open setOpen={(open) => !open && onClose()} placement="bottom-end">
      <PopoverDisclosure className="icon-button what-if" aria-label={label}>
        <Split aria-hidden="true" />
      </PopoverDisclosure>
      <Popover className="popover" gutter={8} portal modal={false}>
        <PopoverHeading className="popover-heading">{say(app.french.whatIf)}</PopoverHeading>
        <ComboboxProvider value={search} setValue={setSearch} open>
          <Combobox
            className="text-field"
            placeholder={say(app.french.searchHint)}
            aria-label={say(app.french.search)}
            lang="fr"
            autoSelect
          />
          <p className="muted small">{search === '' ? say(app.french.likeliest) : say(app.french.search)}</p>
          <ComboboxList className="other-words" alwaysVisible aria-label={say(app.french.whatIf)}>
            {found.map(({ word, probability }) => (
              <ComboboxItem
                key={word}
                value={word}
                className={word === written ? 'other-word is-written' : 'other-word'}
                setValueOnClick={false}
                hideOnClick={false}
                disabled={word === written}
                onClick={() => force(word)}
              >
                <span lang="fr">{displayToken(word)}</span>
                <meter className="other-bar" min={0} max={1} value={probability} aria-hidden="true" />
                <span className="digits">
                  {probability > 0 && probability < 0.001
                    ? say(app.french.tiny)
                    : say(app.french.probability, { value: probability })}
                </span>
              </ComboboxItem>
            ))}
          </ComboboxList>
          {found.length === 0 && <p>{say(app.french.none)}</p>}
        </ComboboxProvider>
        {isForced && (
          <button
            type="button"
            className="button"
            onClick={() => {
              actions.release(t);
              onClose();
            }}
          >
            {say(app.french.release)}
          </button>
        )}
        <p className="muted small">{say(app.french.greedyNow)}</p>
      </Popover>
    </PopoverProvider>
  );
}
