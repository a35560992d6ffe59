/** @file What is compared: the sentence, the two mechanisms, whose words are written; and whether the translations are the same. */
import { ArrowLeftRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { compare as said } from '../../../messages/en/compare.ts';
import { compare, type WhoseWords } from '../../../params/compare.ts';
import { mostWords } from '../../../params/translation.ts';
import type { ComparePage } from '../../../url/pages/compare.ts';
import { useApp } from '../../context.ts';
import { IconButton } from '../../shell/IconButton.tsx';
import { readingOf } from '../../state/derived.ts';
import { changeOther } from '../../state/link.ts';
import type { Both } from './useBoth.ts';

export interface CompareBarProps {
  readonly page: ComparePage;
  /** Null while what is shown does not belong to what is asked for. */
  readonly both: Both | null;
}

/** Changes what is compared, as a place to come back to. */
function useChange(): (part: Partial<Omit<ComparePage, 'page'>>) => void {
  const { store } = useApp();
  return (part) =>
    changeOther<ComparePage>(store, 'compare', { ...part, open: null }, true, { playing: false });
}

export function CompareBar({ page, both }: CompareBarProps) {
  const { say } = useApp().language;
  const change = useChange();
  const { left, right } = page;
  return (
    <section className="compare-bar" aria-label={say(said.bar)}>
      <div className="compare-choices">
        <Sentence sentence={page.sentence} />
        <div className="compare-sides" role="group" aria-label={say(said.sides)}>
          <Mechanism label={said.left} value={left} onChange={(to) => change({ left: to })} />
          <IconButton label={say(said.exchange)} onClick={() => change(exchanged(page))}>
            <ArrowLeftRight aria-hidden="true" />
          </IconButton>
          <Mechanism label={said.right} value={right} onChange={(to) => change({ right: to })} />
        </div>
        <Words page={page} onChange={(words) => change({ words })} />
      </div>
      <Reading sentence={page.sentence} />
      <p className="compare-verdict" role="status">
        {both !== null && <Verdict both={both} words={page.words} />}
      </p>
    </section>
  );
}

/** Left and right in one another's place, and whose words both write with them. */
function exchanged({ left, right, words }: ComparePage): Partial<ComparePage> {
  const whose: Readonly<Record<WhoseWords, WhoseWords>> = { own: 'own', left: 'right', right: 'left' };
  return { left: right, right: left, words: whose[words] };
}

/** The sentence as a field; one burst of typing is one place to come back to. */
function Sentence({ sentence }: Pick<ComparePage, 'sentence'>) {
  const { store, language } = useApp();
  const { say } = language;
  const type = (text: string): void => {
    const part = { sentence: compare.sentence.tidy(text), open: null };
    const goesOn = store.getState().typing;
    changeOther<ComparePage>(store, 'compare', part, !goesOn, { typing: true, playing: false });
  };
  return (
    <label className="field english compare-sentence">
      <span className="field-label">{say(said.sentence)}</span>
      <input
        className="compare-input"
        lang="en"
        value={sentence}
        placeholder={say(said.sentenceHint)}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => store.setState({ typing: false })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') document.getElementById('timeline')?.focus();
        }}
      />
    </label>
  );
}

interface MechanismProps {
  readonly label: string;
  readonly value: ComparePage['left'];
  readonly onChange: (to: ComparePage['left']) => void;
}

function Mechanism({ label, value, onChange }: MechanismProps) {
  const { say, app } = useApp().language;
  const { options } = compare.left;
  return (
    <select
      className="select compare-select"
      aria-label={say(label)}
      value={value}
      onChange={({ currentTarget }) => onChange(options.find((id) => id === currentTarget.value) ?? value)}
    >
      {options.map((id) => (
        <option key={id} value={id}>
          {say(app.mechanisms[id].name)}
        </option>
      ))}
    </select>
  );
}

interface WordsProps {
  readonly page: ComparePage;
  readonly onChange: (to: WhoseWords) => void;
}

function Words({ page, onChange }: WordsProps) {
  const { say, app } = useApp().language;
  const { options } = compare.words;
  const textOf = (whose: WhoseWords): string =>
    whose === 'own' ? say(said.wordsOwn) : say(said.wordsOf, { name: say(app.mechanisms[page[whose]].name) });
  return (
    <label className="compare-words" title={say(said.wordsHint)}>
      <span>{say(said.words)}</span>
      <select
        className="select"
        value={page.words}
        onChange={({ currentTarget }) =>
          onChange(options.find((whose) => whose === currentTarget.value) ?? page.words)
        }
      >
        {options.map((whose) => (
          <option key={whose} value={whose}>
            {textOf(whose)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the sentence is read as, and why it cannot be translated. */
function Reading({ sentence }: Pick<ComparePage, 'sentence'>) {
  const { say } = useApp().language;
  const { words, changed } = readingOf(sentence);
  if (words.length === 0) return <p className="hint">{say(said.empty)}</p>;
  if (words.length > mostWords) {
    return (
      <p className="problem" role="alert">
        {say(said.long, { count: words.length, most: mostWords })}
      </p>
    );
  }
  if (!changed) return null;
  return (
    <p className="read-as">
      <span className="muted">{say(said.reads)}</span> <span lang="en">{words.join(' ')}</span>
    </p>
  );
}

/** Whether both write the same, and from where on they do not. */
function Verdict({ both: { left, right }, words }: { readonly both: Both; readonly words: WhoseWords }) {
  const { say } = useApp().language;
  const [one, other] = [left.scene.target, right.scene.target];
  const shorter = Math.min(one.length, other.length);
  const place = one.findIndex((word, t) => t < shorter && word !== other[t]);
  const unknown = left.scene.unknown.map((j) => left.scene.source[j] ?? '');
  const parts: ReactNode[] = [];
  if (place >= 0) parts.push(say(said.differ, { t: place + 1 }));
  else if (one.length !== other.length) {
    const name = one.length > other.length ? left.name : right.name;
    parts.push(say(said.longer, { t: shorter, name }));
  } else if (words === 'own') parts.push(say(said.same));
  else parts.push(say(said.sameForced, { name: (words === 'left' ? left : right).name }));
  if (unknown.length > 0)
    parts.push(' ', say(said.unknown, { count: unknown.length, words: unknown.join(', ') }));
  return parts;
}
