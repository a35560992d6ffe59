/** @file One tensor of a worked example as an editable grid, with what the grid is in the middle of. */
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { symbolOf } from '../../../geometry/symbol.ts';
import { NumberGrid, type GridPlace, type GridState } from '../../../views/grid/NumberGrid.tsx';
import { Sym } from '../../../views/Sym.tsx';
import { useApp } from '../../context.ts';
import { shapeOf, type Example, type Numbers } from './example.ts';
import { gridEdits, rowsOf } from './gridEdits.ts';
import { useHandActions, useHandWords } from './useHand.ts';

export interface HandGridProps {
  readonly example: Example;
  readonly name: string;
  /** Numbers in place of the example's own: the scores, which are computed. */
  readonly shown?: Numbers;
  /** What a change does, where it is not an edit of this tensor. */
  readonly onNumbers?: (data: readonly number[], changed: readonly number[], going: boolean) => void;
  readonly onRemove?: (cells: readonly number[]) => void;
  readonly isMarked?: (cell: number) => boolean;
  readonly title?: string;
  readonly children?: ReactNode;
}

const first: GridPlace = { row: 0, column: 0 };
const untouched: GridState = { focus: first, anchor: first, draft: null, refused: '', said: '' };

/** The labels along an axis of a tensor: words, steps, outputs, or places from 1. */
function labelsOf({ lesson, words }: Example, axis: string | undefined, count: number): readonly string[] {
  const named =
    axis === lesson.columns
      ? words
      : axis === 'T'
        ? lesson.targets
        : axis === 'V'
          ? lesson.outputs
          : undefined;
  return Array.from({ length: count }, (_, k) => named?.[k] ?? String(k + 1));
}

export function HandGrid(props: HandGridProps) {
  const given = props.example.lesson.given[props.name];
  const numbers = props.shown ?? props.example.numbers[props.name];
  return given === undefined || numbers === undefined ? null : (
    <Grid {...props} given={given} numbers={numbers} />
  );
}

type GridProps = HandGridProps & {
  readonly given: NonNullable<Example['lesson']['given'][string]>;
  readonly numbers: Numbers;
};

function Grid(props: GridProps) {
  const { example, name, given, numbers, onRemove, isMarked, title, children } = props;
  const { language } = useApp();
  const { say, formatter, views } = language;
  const { hand } = useHandWords();
  const actions = useHandActions();
  const [state, setState] = useState(untouched);
  const rows = useMemo(() => rowsOf(numbers), [numbers]);
  const columns = rows[0]?.length ?? 1;
  const onState = useCallback((part: Partial<GridState>) => setState((all) => ({ ...all, ...part })), []);
  const words = useMemo(() => ({ formatter, views }), [formatter, views]);
  const edits = gridEdits({
    ...{ name, given, numbers, say, onState },
    refusals: hand.grid.refused,
    pasted: hand.grid.pasted,
    onNumbers: (data, changed, going) =>
      props.onNumbers === undefined
        ? actions.setNumbers(name, numbers.shape, data, going)
        : props.onNumbers(data, changed, going),
    onEnd: actions.endEdit,
  });
  const { name: spoken, heading } = useHeading(name, title, example.lesson.targets?.length === 0);
  const [rowAxis, columnAxis] = given.axes.length < 2 ? [undefined, given.axes[0]] : given.axes;
  return (
    <NumberGrid
      id={`grid-${name}`}
      name={spoken}
      heading={heading}
      rows={rows}
      rowLabels={rowAxis === undefined ? [] : labelsOf(example, rowAxis, rows.length)}
      columnLabels={given.axes.length === 0 ? [] : labelsOf(example, columnAxis, columns)}
      own={
        props.shown === undefined && hasOwnShape(example, name)
          ? rowsOf({ ...numbers, data: given.data })
          : null
      }
      {...(isMarked && { isMarked: ({ row, column }: GridPlace) => isMarked(row * columns + column) })}
      state={clamped(state, rows)}
      words={words}
      messages={hand}
      onState={onState}
      onType={edits.type}
      onPaste={edits.paste}
      onScrub={edits.scrub}
      {...(onRemove && {
        onRemove: (from: GridPlace, to: GridPlace) => onRemove(edits.cellsBetween(from, to)),
      })}
    >
      {children}
    </NumberGrid>
  );
}

/** What a grid is called, and how that is shown. */
function useHeading(
  name: string,
  title: string | undefined,
  alone: boolean,
): { readonly name: string; readonly heading: ReactNode } {
  const { say } = useApp().language;
  const { hand } = useHandWords();
  if (title !== undefined) return { name: title, heading: title };
  const grids: Readonly<Record<string, string>> = hand.numbers.grids;
  const symbol = symbolOf(name, {}, { bare: true, alone });
  const about = say(grids[name] ?? '');
  return {
    name: about === '' ? symbol.plain : `${symbol.plain} (${about})`,
    heading: (
      <>
        <Sym symbol={symbol} /> <span className="grid-about">{about}</span>
      </>
    ),
  };
}

/** Whether a tensor has the shape that the lesson gave it: its own numbers can then be told. */
function hasOwnShape({ lesson, sizes }: Example, name: string): boolean {
  const given = lesson.given[name];
  if (given === undefined) return false;
  return shapeOf(given, sizes).reduce((product, size) => product * size, 1) === given.data.length;
}

/** The state with its places inside a grid that may have become smaller. */
function clamped(state: GridState, rows: readonly (readonly number[])[]): GridState {
  const within = ({ row, column }: GridPlace): GridPlace => ({
    row: Math.max(0, Math.min(rows.length - 1, row)),
    column: Math.max(0, Math.min((rows[0]?.length ?? 1) - 1, column)),
  });
  return { ...state, focus: within(state.focus), anchor: within(state.anchor) };
}
