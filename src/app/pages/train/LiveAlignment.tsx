/** @file Where the model looks while it learns: the weights (or scores) of the watched sentence, painted several times a second. */
import { useMemo, useState } from 'react';
import { centred, rampOf, type Ramp } from '../../../geometry/colour.ts';
import type { Alignment as Watched } from '../../../training/liveRun.ts';
import { Alignment } from '../../../views/Alignment.tsx';
import { Legend } from '../../../views/Legend.tsx';
import { useAppState } from '../../context.ts';
import { themeOf } from '../../state/derived.ts';
import { shownSymbol } from './settingsOf.ts';
import { TextField } from './TextField.tsx';
import { useTrain, useTrainWords } from './useTrain.ts';

const largestPlace = (row: Float32Array): number =>
  row.reduce((best, cell, j) => (cell > (row[best] ?? 0) ? j : best), 0);

const largestOf = (rows: readonly Float32Array[]): number =>
  rows.reduce((most, row) => row.reduce((max, cell) => Math.max(max, Math.abs(cell)), most), 0);

export function LiveAlignment() {
  const { words, say } = useTrainWords();
  const watched = useTrain(({ run }) => run?.progress?.alignment ?? null);
  return (
    <section className="plate train-alignment" aria-label={say(words.alignment.region)}>
      <h2>{say(words.alignment.region)}</h2>
      <TextField />
      {watched !== null && <Written watched={watched} />}
    </section>
  );
}

function Written({ watched }: { readonly watched: Watched }) {
  const { words, say } = useTrainWords();
  const source = useMemo(() => watched.source.map(shownSymbol), [watched]);
  const written = useMemo(() => watched.written.map(shownSymbol), [watched]);
  return (
    <>
      <p className="train-written">
        {say(words.alignment.writes)}{' '}
        <output className="train-output">
          {written.length === 0 ? say(words.alignment.nothing) : written.join(isWordy(watched) ? ' ' : '')}
        </output>{' '}
        {!watched.finished && <span className="muted small">({say(words.alignment.unfinished)})</span>}
      </p>
      {watched.alpha.length === 0 ? (
        <p className="muted">{say(words.alignment.none)}</p>
      ) : (
        <Picture watched={watched} source={source} written={written} />
      )}
    </>
  );
}

interface PictureProps {
  readonly watched: Watched;
  readonly source: readonly string[];
  readonly written: readonly string[];
}

/** The scale: weights from 0 to 1; scores as far as they go, widened in steps as they grow, so that it does not flicker. */
function useRamp(name: 'alpha' | 'e', { e }: Watched): Ramp {
  const theme = useAppState(themeOf);
  const reach = 2 ** Math.ceil(Math.log2(Math.max(0.25, largestOf(e))));
  return useMemo(
    () => (name === 'alpha' ? rampOf(theme, 'weight', [0, 1]) : rampOf(theme, 'score', centred(reach))),
    [name, theme, reach],
  );
}

function Picture({ watched, source, written }: PictureProps) {
  const { words, say } = useTrainWords();
  const [name, setName] = useState<'alpha' | 'e'>('alpha');
  const ramp = useRamp(name, watched);
  const named = (one: 'alpha' | 'e'): string =>
    say(one === 'alpha' ? words.alignment.weights : words.alignment.scores);
  const rows = watched.alpha.map((row, t) => {
    const place = largestPlace(row);
    const values = { source: source[place] ?? '', weight: row[place] ?? 0 };
    return say(words.alignment.row, { written: written[t] ?? say(words.alignment.end), ...values });
  });
  return (
    <>
      <fieldset className="train-toggle">
        <legend className="visually-hidden">{say(words.alignment.show)}</legend>
        {(['alpha', 'e'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="word-button"
            aria-pressed={name === one}
            onClick={() => setName(one)}
          >
            {named(one)}
          </button>
        ))}
        <Legend name={named(name)} ramp={ramp} />
      </fieldset>
      <Alignment
        source={source}
        written={written}
        rows={watched[name]}
        ramp={ramp}
        end={say(words.alignment.end)}
        alternative={`${say(words.alignment.picture)} ${rows.join('; ')}`}
        sourceLanguage="en"
        targetLanguage={isWordy(watched) ? 'fr' : 'en'}
      />
    </>
  );
}

/** Whether what is written are words and not characters. */
function isWordy({ source }: Watched): boolean {
  return source.some((symbol) => symbol.length > 1);
}
