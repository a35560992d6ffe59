/** @file The worksheet while the sentence is read: embedded words, states from the left, from the right, both together, first state. */

import { useMemo } from 'react';
import { cells, type Cells } from '../../geometry/attention.ts';
import { vectorName } from '../../geometry/cellName.ts';
import { centred, rampOf, type Ramp } from '../../geometry/colour.ts';
import { progressOf } from '../../geometry/progress.ts';
import { readRows, type ReadRow } from '../../geometry/worksheetModel.ts';
import { GatePanel } from '../GatePanel.tsx';
import { Legend } from '../Legend.tsx';
import { rampsOf } from '../ramps.ts';
import { Sym } from '../Sym.tsx';
import type { WorksheetProps } from '../Worksheet.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { SheetScroll } from './SheetScroll.tsx';
import { StripRow } from './StripRows.tsx';
import { vectorLabel } from './Tail.tsx';
import { rowsOf, Unfolded, type ShownVector } from './Unfolded.tsx';
import { vectorKey } from './unfolding.ts';
import { VectorButton } from './VectorButton.tsx';
import { SourceWords, TargetWords, usePick } from './WordRows.tsx';

/** Reading, one row a stage. */
export function ReadSheet(props: WorksheetProps) {
  const { scene, cursor, theme, words, highlight, opened, unfolded, onUnfold, onOpen, onHighlight } = props;
  const { formatter, views } = words;
  const { trace } = scene;
  const ramps = rampsOf(trace, theme);
  const onPick = usePick(scene, 'score', props.onSeek);
  const rows = useMemo(() => readRows(trace, cursor), [trace, cursor]);
  const embedding = useMemo(() => embeddingRamp(rows, theme), [rows, theme]);
  const rampOfRow = (row: ReadRow): Ramp => (row.stage === 'embedding' ? embedding : ramps.vector);
  const first = cells(trace, 's', -1);
  const vectors: ShownVector[] = rows.flatMap((row) => rowsOf(row.tensor, rampOfRow(row)));
  if (first !== null) vectors.push({ tensor: first.tensor, row: -1, ramp: ramps.vector });
  const rowNames: Readonly<Record<string, string>> = views.worksheet.rows;
  return (
    <>
      <SheetScroll
        scene={scene}
        words={words}
        attended={cursor.cell - 1}
        step={`${cursor.at} ${cursor.cell}`}
      >
        <div className="sheet-row sheet-top">
          <div className="sheet-label" />
          <TargetWords {...{ scene, words, onHighlight }} t={0} lit={highlight?.t ?? 0} onPick={onPick} />
        </div>
        <div className="sheet-gap" />
        <SheetGrid words={words}>
          <SourceWords
            scene={scene}
            words={words}
            lit={highlight?.j ?? cursor.cell}
            onHighlight={onHighlight}
          />
          {rows.map((row) => (
            <StripRow
              key={row.name}
              {...{ scene, words, unfolded, onUnfold, onHighlight }}
              cells={row}
              name={formatter.text(rowNames[row.name] ?? row.name)}
              ramp={rampOfRow(row)}
              progress={row.progress}
            />
          ))}
        </SheetGrid>
        {first !== null && <FirstState {...props} first={first} ramp={ramps.vector} />}
      </SheetScroll>
      <Unfolded {...{ scene, words, vectors, unfolded, opened, onOpen, onUnfold }} />
      <GatePanel {...{ scene, cursor, theme, words, opened, onOpen, unfolded, onUnfold }} />
      <footer className="sheet-footer">
        <Legend name={formatter.text(views.legend.embedding)} ramp={embedding} />
        <Legend name={formatter.text(views.legend.vector)} ramp={ramps.vector} />
      </footer>
    </>
  );
}

interface FirstStateProps extends WorksheetProps {
  readonly first: Cells;
  readonly ramp: Ramp;
}

/** The state that asks for the first word. */
function FirstState({ scene, cursor, words, first, ramp, unfolded, onUnfold }: FirstStateProps) {
  const { formatter, views } = words;
  const key = vectorKey(scene.trace, first.tensor, -1);
  const started = progressOf(scene.trace, cursor, -1, 'first-state').state !== 'future';
  return (
    <div className="sheet-row sheet-first">
      <div className="sheet-label">
        <Sym symbol={vectorName(scene.trace, first.tensor)} />
        <span className="sheet-name">{formatter.text(views.worksheet.first)}</span>
      </div>
      <div className="first-state">
        {started ? (
          <VectorButton
            values={first.values}
            ramp={ramp}
            label={vectorLabel(scene.trace, words, first)}
            unfoldKey={key}
            unfolded={unfolded.has(key)}
            onUnfold={onUnfold}
            className="tail-strip is-state"
          />
        ) : (
          <div className="not-yet tail-strip is-state">
            <span className="visually-hidden">{formatter.text(views.worksheet.notYet)}</span>
          </div>
        )}
      </div>
    </div>
  );
}

/** Embeddings are no states: they have a scale of their own. */
function embeddingRamp(rows: readonly ReadRow[], theme: WorksheetProps['theme']): Ramp {
  const values = rows.find((row) => row.stage === 'embedding')?.values ?? new Float64Array(1);
  return rampOf(theme, 'vector', centred(values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
}
