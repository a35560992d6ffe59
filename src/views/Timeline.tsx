/** @file The timeline: a mark a step, a group a target word, and the buttons that move along it. */

import { memo, useCallback, useLayoutEffect, useRef, type PointerEvent, type RefObject } from 'react';
import { cursorOf, type Cursor } from '../geometry/cursor.ts';
import { timelineGroups, timelinePlace, type TimelineGroup } from '../geometry/timelineModel.ts';
import type { SceneData, Words } from './scene.ts';
import { useOverflows } from './useOverflows.ts';
import { StepButtons, StepHints, type StepButtonsProps } from './timeline/StepButtons.tsx';
import './timeline/timeline.css';

export interface TimelineProps extends StepButtonsProps {
  readonly scene: SceneData;
  readonly cursor: Cursor;
  /** The timeline was clicked or dragged to a step. */
  readonly onSeek: (cursor: Cursor) => void;
}

/**
 * Buttons and a slider over all steps. The slider (role slider, id `timeline`) takes focus and leaves every key to the app, which
 * has the step keys.
 */
export function Timeline(props: TimelineProps) {
  const { scene, cursor, onSeek, ...buttons } = props;
  const { words } = buttons;
  const { formatter, views } = words;
  const { step, count } = timelinePlace(scene.trace, cursor);
  const mark = scene.trace.stages[step];
  const groups = timelineGroups(scene.trace);
  const stages = stageNames(words);
  const here = groups.find((group) => group.t === mark?.t);
  const track = useKeptInView(step);
  const seek = (event: PointerEvent<HTMLElement>): void => {
    const found = scene.trace.stages[nearestStep(event)];
    if (found !== undefined) onSeek(cursorOf(found));
  };
  return (
    <nav className="timeline" aria-label={formatter.text(views.timeline.label)}>
      <StepButtons {...buttons} />
      <div className="timeline-scroll" ref={track}>
        <div
          id="timeline"
          className="timeline-track"
          role="slider"
          tabIndex={0}
          aria-label={formatter.text(views.timeline.label)}
          aria-valuemin={1}
          aria-valuemax={count}
          aria-valuenow={step + 1}
          aria-valuetext={placeText(scene, words, step)}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            seek(event);
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) seek(event);
          }}
        >
          {groups.map((group) => (
            <Group
              key={group.t}
              {...{ scene, words, group }}
              step={group === here ? step : -1}
              isPast={(mark?.t ?? -1) > group.t}
            />
          ))}
        </div>
        <p className="timeline-order" aria-hidden="true">
          {(here?.marks ?? []).map((one) => stages[one.stage] ?? one.stage).join(' → ')}
        </p>
      </div>
      <StepHints {...buttons} />
    </nav>
  );
}

/** `Step 11 of 54: pas, softmax` */
function placeText(scene: SceneData, words: Words, step: number): string {
  const { formatter, views } = words;
  const mark = scene.trace.stages[step];
  if (mark === undefined) return formatter.text(views.timeline.outside);
  return formatter.text(views.timeline.value, {
    step: step + 1,
    count: scene.trace.stages.length,
    group: groupName(scene, words, mark.group, mark.t),
    stage: stageNames(words)[mark.stage] ?? mark.stage,
  });
}

function stageNames({ views }: Words): Readonly<Record<string, string>> {
  return views.stages;
}

function groupName(scene: SceneData, { formatter, views }: Words, group: string, t: number): string {
  if (group === 'read') return formatter.text(views.timeline.readLong);
  return scene.target[t] ?? formatter.text(views.end);
}

interface GroupProps {
  readonly scene: SceneData;
  readonly words: Words;
  readonly group: TimelineGroup;
  /** The current step if it is in this group, else −1. */
  readonly step: number;
  readonly isPast: boolean;
}

/** A word and its marks. */
const Group = memo(function Group({ scene, words, group, step, isPast }: GroupProps) {
  const { formatter, views } = words;
  const isNow = step >= 0;
  const word = scene.target[group.t];
  return (
    <div className={`timeline-group ${isNow ? 'is-now' : ''}`}>
      <span className="timeline-word" lang={word === undefined ? formatter.language : scene.targetLanguage}>
        {word ?? formatter.text(group.group === 'read' ? views.timeline.read : views.timeline.end)}
      </span>
      <span className="timeline-marks">
        {group.marks.map((mark) => {
          const state =
            mark.step === step ? 'is-here' : isPast || (isNow && mark.step < step) ? 'is-past' : 'is-future';
          return (
            <span
              key={mark.step}
              data-step={mark.step}
              className={`timeline-mark ${state} ${mark.role === '' ? '' : `role-${mark.role}`}`}
            />
          );
        })}
      </span>
    </div>
  );
});

/** The step whose mark is nearest to the pointer. */
function nearestStep(event: PointerEvent<HTMLElement>): number {
  let [best, distance] = [-1, Infinity];
  for (const mark of event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')) {
    const box = mark.getBoundingClientRect();
    const away = Math.abs(event.clientX - (box.left + box.right) / 2);
    if (away < distance) [best, distance] = [Number(mark.dataset['step']), away];
  }
  return best;
}

/** Scrolls a timeline that is wider than its room, so that the current mark can be seen. */
function useKeptInView(step: number): RefObject<HTMLDivElement | null> {
  const track = useRef<HTMLDivElement>(null);
  const bring = useCallback((): void => {
    const box = track.current;
    const mark = box?.querySelector<HTMLElement>(`[data-step="${step}"]`);
    if (box === null || mark === null || mark === undefined) return;
    const away = mark.getBoundingClientRect().left - box.getBoundingClientRect().left;
    if (away < 40 || away > box.clientWidth - 40) box.scrollLeft += away - box.clientWidth / 2;
  }, [step]);
  const overflows = useOverflows(track, bring);
  useLayoutEffect(() => {
    if (overflows.current) bring();
  }, [bring, overflows]);
  return track;
}
