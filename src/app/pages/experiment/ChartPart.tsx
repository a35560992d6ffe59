/** @file The chart with its switch, its legend and its table. */
import { useMemo, useRef, useState } from 'react';
import { lengthChart } from '../../../geometry/lengthChart.ts';
import { experiment, type LineId } from '../../../params/experiment.ts';
import { LengthChart } from '../../../views/length/LengthChart.tsx';
import { LengthLegend } from '../../../views/length/LengthLegend.tsx';
import { LengthTable } from '../../../views/length/LengthTable.tsx';
import type { LengthRun } from '../../../worker/protocol.ts';
import type { PartProps } from './ExperimentPage.tsx';
import { linesOf, modelsOf } from './lines.ts';
import { useWidth } from './useWidth.ts';

/** The width from which lines have their names beside their ends, and the space that the names take. */
const NAMED_FROM = 640;
const NAMES = 158;

export interface ChartPartProps extends PartProps {
  readonly runs: readonly LengthRun[];
}

export function ChartPart({ at, words, limit, change, runs }: ChartPartProps) {
  const { formatter, messages } = words;
  const { measure, hidden } = at;
  const [lit, setLit] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 860);
  const lines = useMemo(() => linesOf(runs, measure), [runs, measure]);
  const named = width >= NAMED_FROM;
  const chart = useMemo(() => {
    const shown = lines.filter(({ id }) => !hidden.includes(id));
    return lengthChart(shown, { width, height: named ? 430 : 340, labels: named ? NAMES : 0, limit });
  }, [lines, hidden, width, named, limit]);
  const counts = modelsOf(runs).map(({ seeds }) => seeds.length);
  const name = formatter.text(messages.measure[measure]);
  const toggle = (id: string): void => {
    const next = experiment.hidden.options.filter((one) => hidden.includes(one) !== (one === id));
    change({ hidden: next });
  };
  const open = (line: string, place: number): void => change({ range: place + 1, ...pairOf(line, at) }, true);
  return (
    <section className="plate length-plate">
      <Measures at={at} words={words} change={change} />
      <figure>
        <div ref={frame}>
          <LengthChart
            {...{ chart, words, limit, named, lit }}
            measure={name}
            opened={at.range === 0 ? null : { lines: [at.left, at.right], place: at.range - 1 }}
            onLit={setLit}
            onOpen={open}
          />
        </div>
        <figcaption className="muted small">
          {formatter.text(messages.chart.caption, {
            seeds: Math.max(...counts),
            varied: Math.min(...counts) < Math.max(...counts) ? 'yes' : 'no',
            sentences: runs[0]?.results[0]?.sentences ?? 0,
          })}
        </figcaption>
      </figure>
      <LengthLegend
        words={words}
        lines={lines.map(({ id, look }) => ({ id, look, shown: !hidden.includes(id) }))}
        onToggle={toggle}
        onLit={setLit}
      />
      <details>
        <summary>{formatter.text(messages.table.summary)}</summary>
        <LengthTable words={words} lines={lines} measure={name} />
      </details>
    </section>
  );
}

/** Which of the two scores is shown. */
function Measures({ at, words, change }: Pick<PartProps, 'at' | 'words' | 'change'>) {
  const { formatter, messages } = words;
  return (
    <fieldset className="length-measures">
      <legend className="visually-hidden">{formatter.text(messages.measure.label)}</legend>
      {experiment.measure.options.map((one) => (
        <label key={one} className="length-measure">
          <input
            type="radio"
            name="measure"
            checked={at.measure === one}
            onChange={() => change({ measure: one })}
          />
          {formatter.text(messages.measure[one])}
        </label>
      ))}
      <span className="muted small">
        {formatter.text(messages.measure[at.measure === 'bleu' ? 'bleuNote' : 'exactNote'])}
      </span>
    </fieldset>
  );
}

/** The two models that a point opens: its own, beside the one without attention; that one beside the one that was there. */
function pairOf(line: string, { left, right }: PartProps['at']): { left: LineId; right: LineId } {
  const id = experiment.left.options.find((one) => one === line) ?? experiment.left.initial;
  if (id === 'none') return { left: id, right: right === id ? experiment.right.initial : right };
  return { left: left === id ? 'none' : left, right: id };
}
