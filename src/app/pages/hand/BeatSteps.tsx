/** @file The timeline of a lesson: its beats in their parts, and the buttons that step through them. */
import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react';
import { useApp } from '../../context.ts';
import { classes } from '../../../views/classes.ts';
import type { Part } from '../../../lessons/lesson.ts';
import { encode } from '../../../url/encode.ts';
import type { Example } from './example.ts';
import { useHandActions, useHandPage, useHandWords } from './useHand.ts';
import { stepBeat } from './useBeatKeys.ts';
import { IconButton } from '../../shell/IconButton.tsx';

/** Whose colour a part has. */
const roles: Readonly<Record<Part, string>> = {
  problem: '',
  encoding: 'role-key',
  scoring: '',
  weighting: 'role-weight',
  context: 'role-context',
  decoding: 'role-output',
};

export function BeatSteps({ example }: { readonly example: Example }) {
  const { store, language } = useApp();
  const { say } = language;
  const actions = useHandActions();
  const page = useHandPage();
  const { hand, beats: words } = useHandWords();
  const { lesson, beat } = example;
  const parts = [...new Set(lesson.beats.map(({ part }) => part))];
  const go = (by: -1 | 1 | 'first' | 'last') => (): void => void stepBeat(store, actions, by);
  return (
    <nav className="beat-steps" aria-label={say(hand.steps.label)}>
      <div className="beat-buttons" role="group" aria-label={say(hand.steps.controls)}>
        <IconButton label={say(hand.steps.first)} className="is-end" onClick={go('first')}>
          <ChevronsLeft aria-hidden="true" />
        </IconButton>
        <IconButton label={say(hand.steps.previous)} onClick={go(-1)}>
          <ChevronLeft aria-hidden="true" />
        </IconButton>
        <IconButton label={say(hand.steps.next)} className="is-main" onClick={go(1)}>
          <ChevronRight aria-hidden="true" />
        </IconButton>
        <IconButton label={say(hand.steps.last)} className="is-end" onClick={go('last')}>
          <ChevronsRight aria-hidden="true" />
        </IconButton>
      </div>
      <div id="timeline" tabIndex={-1} className="beat-line">
        {parts.map((part) => (
          <section key={part} className={classes('beat-part', part === beat.part && 'is-here')}>
            <h2>{say(hand.parts[part])}</h2>
            <ol>
              {lesson.beats
                .filter((one) => one.part === part)
                .map((one) => {
                  const name = say(words[one.id]?.title ?? one.id);
                  const to = lesson.beats[0] === one ? '' : one.id;
                  const target = { ...page, beat: to, cell: 0, open: null };
                  return (
                    <li key={one.id}>
                      <a
                        href={encode({ ...store.getState().link, other: target })}
                        className={classes('beat-mark', roles[part])}
                        aria-current={one === beat ? 'step' : undefined}
                        aria-label={say(hand.steps.beat, { part: say(hand.parts[part]), beat: name })}
                        title={name}
                        onClick={(event) => {
                          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                          event.preventDefault();
                          actions.goTo(to);
                        }}
                      />
                    </li>
                  );
                })}
            </ol>
          </section>
        ))}
      </div>
    </nav>
  );
}
