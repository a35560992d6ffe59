/** @file Both worksheets, and what their scores and weights differ by. */
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import { openCellOf } from '../../../geometry/openCell.ts';
import type { Address } from '../../../engine/explanation.ts';
import { weighs, type Cursor } from '../../../geometry/cursor.ts';
import { compare as said } from '../../../messages/en/compare.ts';
import type { ComparePage } from '../../../url/pages/compare.ts';
import { Difference } from '../../../views/Difference.tsx';
import type { MatrixFocus } from '../../../views/Matrix.tsx';
import type { SceneData, Words } from '../../../views/scene.ts';
import { Worksheet } from '../../../views/Worksheet.tsx';
import { useApp, useAppState } from '../../context.ts';
import { themeOf } from '../../state/derived.ts';
import { changeOther } from '../../state/link.ts';
import { emptyCompare } from './slice.ts';
import type { Both, Side } from './useBoth.ts';
import { changeCompare } from './useCompared.ts';

export interface CompareSheetsProps {
  readonly both: Both;
  readonly words: Words;
  /** The numbers belong to what was asked for before. */
  readonly old: boolean;
  readonly onSeek: (cursor: Cursor) => void;
}

/** Opens a number of a scene by its name, so that both models tell of theirs. */
export function useOpen({ trace }: SceneData): (address: Address) => void {
  const { store } = useApp();
  return useCallback(
    (address) => {
      const open = openCellOf(trace, address);
      if (open !== undefined) changeOther<ComparePage>(store, 'compare', { open }, false);
    },
    [store, trace],
  );
}

/** What all views of the page share. */
function useCommon(words: Words, old: boolean) {
  const { actions } = useApp();
  const theme = useAppState(themeOf);
  const highlight = useAppState((state) => state.highlight);
  return { theme, words, highlight, onHighlight: actions.highlight, old };
}

export function CompareSheets({ both, words, old, onSeek }: CompareSheetsProps) {
  return (
    <>
      <ComparePair {...{ both, words, old, onSeek }} />
      <Differences {...{ both, words, old }} />
    </>
  );
}

interface DifferencesProps extends Omit<CompareSheetsProps, 'onSeek'> {
  /** One of the two matrices alone. */
  readonly only?: 'e' | 'alpha';
}

/** Both matrices of differences, or one; why there are none, where one of the two attends nothing. */
export function Differences({ both, words, old, only }: DifferencesProps) {
  const { say } = useApp().language;
  const missing = withoutMatrices(both);
  if (missing !== undefined)
    return <p className="plate muted">{say(said.noMatrices, { name: missing.name })}</p>;
  return (
    <section className="matrices compare-differences" aria-label={say(said.differences)}>
      {only !== 'e' && <CompareDifference name="alpha" {...{ both, words, old }} />}
      {only !== 'alpha' && <CompareDifference name="e" {...{ both, words, old }} />}
    </section>
  );
}

/** Which of the two attends nothing, if one does. */
function withoutMatrices({ left, right }: Both): Side | undefined {
  return [left, right].find(({ scene }) => !weighs(scene.trace));
}

/** Both worksheets. */
export function ComparePair({ both: { left, right }, words, old, onSeek }: CompareSheetsProps) {
  return (
    <div className="compare-pair" ref={useScrollTogether()}>
      <SideSheet side={left} other={right} {...{ words, old, onSeek }} />
      <SideSheet side={right} other={left} {...{ words, old, onSeek }} />
    </div>
  );
}

/** Worksheets that are wider than their room scroll sideways together, so that one word stays in one place of both. */
function useScrollTogether(): RefObject<HTMLDivElement | null> {
  const pair = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = pair.current;
    const follow = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement) || !target.classList.contains('sheet-scroll')) return;
      for (const other of box?.querySelectorAll<HTMLElement>('.sheet-scroll') ?? []) {
        if (other !== target && other.scrollLeft !== target.scrollLeft) other.scrollLeft = target.scrollLeft;
      }
    };
    // Scrolling does not rise to the elements around it.
    box?.addEventListener('scroll', follow, true);
    return () => box?.removeEventListener('scroll', follow, true);
  }, []);
  return pair;
}

interface SideSheetProps extends Omit<CompareSheetsProps, 'both'> {
  readonly side: Side;
  readonly other: Side;
}

/** One worksheet under its translation. */
function SideSheet({ side, other, words, old, onSeek }: SideSheetProps) {
  const { actions } = useApp();
  const common = useCommon(words, old);
  const unfolded = useAppState((state) => state.unfolded);
  const still = useAppState((state) => state.hurried || state.reducedMotion || state.speed >= 4);
  const { scene, standing, opened } = side;
  const isSame = scene.target.join(' ') === other.scene.target.join(' ');
  return (
    <div className="plate compare-side" data-lacks={standing.lacks}>
      {isSame ? null : <French side={side} other={other} t={standing.cursor.t} />}
      <Lacks side={side} />
      <Worksheet
        {...common}
        scene={scene}
        cursor={standing.cursor}
        opened={opened}
        onOpen={useOpen(scene)}
        unfolded={unfolded}
        onUnfold={actions.unfold}
        onSeek={onSeek}
        still={still}
      />
    </div>
  );
}

interface FrenchProps {
  readonly side: Side;
  readonly other: Side;
  /** The word that the step is about, from 1. */
  readonly t: number;
}

/** The translation; what differs from the other's is underlined. */
function French({ side: { name, scene }, other, t }: FrenchProps) {
  const { say } = useApp().language;
  return (
    <p className="compare-french">
      <span className="visually-hidden">{say(said.french, { name })}</span>
      <span lang={scene.targetLanguage}>
        {scene.target.map((word, place) => {
          const differs = word !== other.scene.target[place];
          const Mark = differs ? 'u' : 'span';
          return (
            // A word's place is its key.
            // eslint-disable-next-line react/no-array-index-key
            <Mark key={place} className={place === t - 1 ? 'is-now' : undefined}>
              {word}{' '}
            </Mark>
          );
        })}
      </span>
    </p>
  );
}

/** What a side does not have at this step. */
function Lacks({ side: { name, standing } }: { readonly side: Side }) {
  const { say, views } = useApp().language;
  const page = useAppState(({ link }) => (link.other?.page === 'compare' ? link.other : null));
  if (standing.lacks === 'nothing' || page === null) return null;
  const stage = say((views.stages as Readonly<Record<string, string>>)[page.at] ?? page.at);
  return (
    <p className="compare-lacks" role="status">
      {say(standing.lacks === 'ended' ? said.ended : said.stage, { name, stage })}
    </p>
  );
}

interface CompareDifferenceProps extends Omit<CompareSheetsProps, 'onSeek'> {
  readonly name: 'e' | 'alpha';
}

/** What both differ by: of the scores or of the weights. */
function CompareDifference({ both: { left, right, cursor }, name, words, old }: CompareDifferenceProps) {
  const { store, language } = useApp();
  const common = useCommon(words, old);
  const { focus } = useAppState(({ slices }) => slices.compare ?? emptyCompare);
  const onFocus = useCallback(
    (to: MatrixFocus) => changeCompare(store, { focus: { ...focus, [name]: to } }),
    [store, focus, name],
  );
  const names = useMemo((): [string, string] => [left.name, right.name], [left.name, right.name]);
  const onOpen = useOpen(left.scene);
  return (
    <div className="plate">
      <Difference
        {...common}
        {...{ name, names, cursor, onFocus }}
        focus={focus[name]}
        one={left.scene}
        other={right.scene}
        opened={left.opened}
        onOpen={onOpen}
      />
      {name === 'e' && <p className="compare-note">{language.say(said.scoresNote)}</p>}
    </div>
  );
}
