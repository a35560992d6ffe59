/** @file All words that the model knows, in groups; a click puts one into the sentence. */
import { useState } from 'react';
import { wordGroups, type WordEntry, type WordGroup } from '../../tasks/translation/browse.ts';
import { useApp, useAppState } from '../context.ts';
import { AppDialog } from '../shell/AppDialog.tsx';
import { fieldId } from './EnglishField.tsx';
import { withWord } from './withWord.ts';

export interface VocabularyDialogProps {
  readonly onClose: () => void;
}

/** The groups with the entries of which a form holds the searched letters. */
function searched(search: string): readonly WordGroup[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === '') return wordGroups;
  const fits = ({ word, forms, french }: WordEntry): boolean =>
    [word, french, ...forms].some((form) => form.includes(wanted));
  return wordGroups
    .map(({ id, words }) => ({ id, words: words.filter(fits) }))
    .filter(({ words }) => words.length > 0);
}

export function VocabularyDialog({ onClose }: VocabularyDialogProps) {
  const { say, app } = useApp().language;
  const [search, setSearch] = useState('');
  const groups = searched(search);
  const sentence = useAppState((state) => state.link.sentence);
  return (
    <AppDialog
      title={say(app.vocabulary.title)}
      closeLabel={say(app.vocabulary.close)}
      className="vocabulary"
      onClose={onClose}
    >
      <p className="muted">{say(app.vocabulary.explanation)}</p>
      <p className="vocabulary-sentence" lang="en" role="status">
        {sentence}
      </p>
      <input
        type="search"
        className="text-field"
        aria-label={say(app.vocabulary.search)}
        placeholder={say(app.vocabulary.search)}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {groups.length === 0 && <p>{say(app.vocabulary.none)}</p>}
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
    </AppDialog>
  );
}

function Group({ group }: { readonly group: WordGroup }) {
  const { actions, store, language } = useApp();
  const { say, app } = language;
  const put = (word: string): void => {
    const field = document.getElementById(fieldId);
    const { sentence } = store.getState().link;
    const at = field instanceof HTMLTextAreaElement ? field.selectionEnd : sentence.length;
    const { text, after } = withWord(sentence, at, word);
    actions.setSentence(text);
    // The next word goes after this one.
    window.requestAnimationFrame(() => {
      if (field instanceof HTMLTextAreaElement) field.setSelectionRange(after, after);
    });
  };
  return (
    <section>
      <h2 className="rail-heading">{say(app.vocabulary.groups[group.id])}</h2>
      <ul className="vocabulary-words">
        {group.words.map(({ word, forms, french }) => (
          <li key={word}>
            {[word, ...forms].map((form) => (
              <button
                key={form}
                type="button"
                className="word-button"
                lang="en"
                aria-label={say(app.vocabulary.put, { word: form })}
                onClick={() => put(form)}
              >
                {form}
              </button>
            ))}
            <span className="muted small" lang="fr">
              {french}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
