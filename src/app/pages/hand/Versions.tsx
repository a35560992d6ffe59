/** @file Another version of the example beside the reader's, and what the two differ by; both stand at the same beat. */
import { Columns2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Trace } from '../../../engine/trace.ts';
import { differenceTrace } from '../../../geometry/hand/differenceTrace.ts';
import { versions as said } from '../../../messages/en/versions.ts';
import type { HandPage } from '../../../url/pages/hand.ts';
import { HandSheet } from '../../../views/hand/HandSheet.tsx';
import { useApp, useAppState } from '../../context.ts';
import { themeOf } from '../../state/derived.ts';
import { changeOther } from '../../state/link.ts';
import { caseOf, exampleOf, type Example } from './example.ts';
import { useExercise } from './exercise/useExercise.ts';
import { sheetRows } from './sheetRows.ts';
import type { HandShown } from './slice.ts';
import { useHandActions, useHandPage, useHandWords } from './useHand.ts';

/** The switch beside the title of the worksheet. */
export function VersionsSwitch() {
  const { store, language } = useApp();
  const { say } = language;
  const { beside } = useHandPage();
  const isOn = beside !== null;
  return (
    <button
      type="button"
      className="button button-small"
      aria-pressed={isOn}
      title={say(said.startHint)}
      onClick={() => changeOther<HandPage>(store, 'hand', { beside: isOn ? null : [] }, true)}
    >
      <Columns2 aria-hidden="true" />
      {say(said.start)}
    </button>
  );
}

/** The other version's run. */
function useOther(example: Example): Trace | null {
  const { client } = useApp();
  const [trace, setTrace] = useState<Trace | null>(null);
  const text = useMemo(() => JSON.stringify(caseOf(example)), [example]);
  useEffect(() => {
    const abort = new AbortController();
    const run = async (): Promise<void> => {
      try {
        const request = { kind: 'case', case: JSON.parse(text) as unknown } as const;
        const options = { signal: abort.signal, onRestart: () => undefined };
        const reply = await client.callAgain<'case'>(request, options);
        if (!abort.signal.aborted) setTrace(reply.trace);
      } catch {
        if (!abort.signal.aborted) setTrace(null);
      }
    };
    void run();
    return () => abort.abort();
  }, [client, text]);
  return trace;
}

/** Both views of the other version, where one stands beside. */
export function Versions({ shown }: { readonly shown: HandShown }) {
  const page = useHandPage();
  // The other version's numbers would tell hidden ones.
  const { secret } = useExercise(shown.trace);
  return page.beside === null || secret.size > 0 ? null : (
    <Beside shown={shown} page={{ ...page, edits: page.beside }} />
  );
}

interface BesideProps {
  readonly shown: HandShown;
  /** The link of the other version. */
  readonly page: HandPage;
}

function Beside({ shown, page }: BesideProps) {
  const { store, language } = useApp();
  const { say } = language;
  const { lesson } = shown.example;
  const text = JSON.stringify(page.edits);
  // The same numbers are the same version, whatever else of the link has changed.
  // eslint-disable-next-line react/exhaustive-deps
  const example = useMemo(() => exampleOf(lesson, page), [lesson, page.beat, page.words, text]);
  const other = useOther(example);
  const difference = useMemo(
    () => (other === null ? null : differenceTrace(shown.trace, other)),
    [other, shown.trace],
  );
  return (
    <section className="hand-versions" aria-label={say(said.region)}>
      <div className="plate">
        <header className="worksheet-head hand-head">
          <h2>{say(page.edits.length === 0 ? said.own : said.kept)}</h2>
          <button
            type="button"
            className="button button-small exercise-switch"
            onClick={() => {
              const now = store.getState().link.other;
              if (now?.page === 'hand') changeOther<HandPage>(store, 'hand', { beside: now.edits }, true);
            }}
          >
            {say(said.keep)}
          </button>
        </header>
        {other === null ? (
          <p role="status">{say(said.waiting)}</p>
        ) : (
          <PlainSheet
            trace={other}
            example={example}
            owner={say(page.edits.length === 0 ? said.own : said.kept)}
          />
        )}
      </div>
      <div className="plate">
        <header className="worksheet-head hand-head">
          <h2>{say(said.difference)}</h2>
        </header>
        {other !== null && difference === null && <p>{say(said.sizes)}</p>}
        {difference !== null && (
          <>
            <PlainSheet trace={difference} example={example} owner={say(said.difference)} isDifference />
            <p className="muted small" role="status">
              {say(difference.data.every((value) => value === 0) ? said.same : said.differenceNote)}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

interface PlainSheetProps {
  readonly trace: Trace;
  readonly example: Example;
  readonly owner: string;
  readonly isDifference?: boolean;
}

const nothing = (): boolean => false;

/** A worksheet without arrows: of the other version, or of differences, which are drawn around 0. */
function PlainSheet({ trace, example, owner, isDifference = false }: PlainSheetProps) {
  const { language, store } = useApp();
  const actions = useHandActions();
  const { cell } = useHandPage();
  const { hand } = useHandWords();
  const theme = useAppState(themeOf);
  const highlight = useAppState((state) => state.highlight);
  const { lesson, beat, words } = example;
  const rows = useMemo(
    () =>
      sheetRows(lesson, beat)
        // A product of differences is no difference of products.
        .filter(({ band }) => !isDifference || band.times === undefined)
        .map((row) =>
          isDifference && row.band.as === 'weight'
            ? { ...row, band: { ...row.band, as: 'score' as const } }
            : row,
        ),
    [lesson, beat, isDifference],
  );
  const viewWords = useMemo(() => ({ formatter: language.formatter, views: language.views }), [language]);
  const names = useMemo(
    () => Object.fromEntries(Object.entries(hand.bands).map(([id, name]) => [id, language.say(name)])),
    [hand, language],
  );
  return (
    <HandSheet
      {...{ trace, rows, theme, names, highlight, owner }}
      before={null}
      t={beat.t}
      alone={cell}
      columns={words}
      targets={[]}
      outputs={lesson.outputs ?? []}
      arrows={false}
      isGiven={nothing}
      words={viewWords}
      messages={hand}
      opened={null}
      onOpen={actions.open}
      onHighlight={(pair) => store.setState({ highlight: pair })}
    />
  );
}
