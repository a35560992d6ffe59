/** @file The likeliest words at a target step, and a search over the whole vocabulary: choosing one puts it into the translation. */
import { Combobox, ComboboxItem, ComboboxList, ComboboxProvider } from '@ariakit/react/combobox';
import { Popover, PopoverDisclosure, PopoverHeading, PopoverProvider } from '@ariakit/react/popover';
import { Split } from 'lucide-react';
import { useMemo, useState } from 'react';
import { displayToken } from '../../tasks/translation/display.ts';
import { useApp, useAppState } from '../context.ts';
import type { Shown } from '../state/appState.ts';
import { otherWordsOf, searchedIn, type OtherWord } from './otherWordsOf.ts';

/** How many of the likeliest words are offered without a search, and of the words found. */
const offered = 6;
const mostFound = 40;

export interface OtherWordsProps {
  readonly shown: Shown;
  /** The target step, from 1. */
  readonly t: number;
  readonly label: string;
  readonly onClose: () => void;
}

export function OtherWords({ shown, t, label, onClose }: OtherWordsProps) {
  const { actions, language } = useApp();
  const { say, app } = language;
  const isForced = shown.scene.forced.includes(t);
  const release = (): void => {
    actions.release(t);
    onClose();
  };
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
        <Search shown={shown} t={t} onChoose={force} />
        {isForced && (
          <button type="button" className="button" onClick={release}>
            {say(app.french.release)}
          </button>
        )}
        <p className="muted small">{say(app.french.greedyNow)}</p>
      </Popover>
    </PopoverProvider>
  );
}

interface SearchProps extends Pick<OtherWordsProps, 'shown' | 't'> {
  readonly onChoose: (word: string) => void;
}

function Search({ shown, t, onChoose }: SearchProps) {
  const { say, app } = useApp().language;
  const words = useAppState((state) => state.models[shown.wanted.mechanism]?.targetWords);
  const all = useMemo(() => otherWordsOf(shown, t, words ?? []), [shown, t, words]);
  const [search, setSearch] = useState('');
  const found = searchedIn(all, search, offered).slice(0, mostFound);
  const written = shown.translation.target[t - 1];
  return (
    <ComboboxProvider value={search} setValue={setSearch} open>
      <Combobox
        className="text-field"
        placeholder={say(app.french.searchHint)}
        aria-label={say(app.french.search)}
        lang="fr"
        autoSelect
      />
      <p className="muted small">{say(search === '' ? app.french.likeliest : app.french.search)}</p>
      <ComboboxList className="other-words" alwaysVisible aria-label={say(app.french.whatIf)}>
        {found.map((one) => (
          <Offer key={one.word} offer={one} isWritten={one.word === written} onChoose={onChoose} />
        ))}
      </ComboboxList>
      {found.length === 0 && <p>{say(app.french.none)}</p>}
    </ComboboxProvider>
  );
}

interface OfferProps {
  readonly offer: OtherWord;
  readonly isWritten: boolean;
  readonly onChoose: (word: string) => void;
}

function Offer({ offer, isWritten, onChoose }: OfferProps) {
  const { say, app } = useApp().language;
  const { word, probability } = offer;
  const isTiny = probability > 0 && probability < 0.001;
  return (
    <ComboboxItem
      value={word}
      className={isWritten ? 'other-word is-written' : 'other-word'}
      setValueOnClick={false}
      hideOnClick={false}
      disabled={isWritten}
      onClick={() => onChoose(word)}
    >
      <span lang="fr">{displayToken(word)}</span>
      <meter className="other-bar" min={0} max={1} value={probability} aria-hidden="true" />
      <span className="digits">
        {isTiny ? say(app.french.tiny) : say(app.french.probability, { value: probability })}
      </span>
    </ComboboxItem>
  );
}
