/** @file Stepping on a page with a state of its own: the keys of the page, playing, and the buttons of its timeline. */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Trace } from '../../engine/trace.ts';
import type { Cursor } from '../../geometry/cursor.ts';
import { useApp, useAppState } from '../context.ts';
import { toTimeline } from '../shell/toTimeline.ts';
import { commandOf, ownerOf } from '../state/keys.ts';
import { moved, type Move } from '../state/moves.ts';

/** What is stepped through, and how to go somewhere in it. */
export interface Stepped {
  /** Null while there is nothing to step through. */
  readonly trace: Trace | null;
  readonly cursor: Cursor;
  readonly go: (cursor: Cursor) => void;
}

/** Milliseconds that a step stays at speed ×1, as on the page of a translation. */
const stepLength = 1600;

const names: ReadonlySet<string> = new Set([
  'next',
  'previous',
  'nextWord',
  'previousWord',
  'into',
  'out',
  'first',
  'last',
] satisfies Move[]);

/** Moves over what is stepped through: the same functions for as long as the page stands, which see its latest trace. */
function useMoves(stepped: Stepped) {
  const { store, actions } = useApp();
  const latest = useRef(stepped);
  // Before the next key is heard.
  useLayoutEffect(() => {
    latest.current = stepped;
  });
  return useMemo(() => {
    /** False where there is nowhere to go. */
    const move = (by: Move): boolean => {
      const { trace, cursor, go } = latest.current;
      const to = trace === null ? undefined : moved(trace, cursor, by);
      if (to !== undefined) go(to);
      return to !== undefined;
    };
    /** Plays from here, or from the first step where this is the last; or pauses. */
    const togglePlaying = (): void => {
      const { trace, cursor } = latest.current;
      if (trace === null) return;
      const isPlaying = store.getState().playing;
      if (!isPlaying && moved(trace, cursor, 'next') === undefined) move('first');
      store.setState({ playing: !isPlaying, hurried: false });
    };
    const seek = (cursor: Cursor): void => {
      actions.pause();
      latest.current.go(cursor);
    };
    return { move, togglePlaying, seek };
  }, [actions, store]);
}

type Moves = ReturnType<typeof useMoves>;

/** Steps through a trace by key, button and timer; what it gives is for the timeline. */
export function useStepping(stepped: Stepped) {
  const { actions } = useApp();
  const moves = useMoves(stepped);
  const playing = useAppState((state) => state.playing);
  const speed = useAppState((state) => state.speed);
  useKeys(moves);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = window.setInterval(() => {
      if (!moves.move('next')) actions.pause();
    }, stepLength / speed);
    return () => window.clearInterval(timer);
  }, [actions, moves, playing, speed]);
  const buttons = useMemo(() => {
    const by = (one: Move) => () => {
      actions.pause();
      moves.move(one);
    };
    return {
      onSeek: moves.seek,
      onPlay: moves.togglePlaying,
      onFirst: by('first'),
      onPrevious: by('previous'),
      onNext: by('next'),
      onLast: by('last'),
      onPreviousWord: by('previousWord'),
      onNextWord: by('nextWord'),
      onInto: by('into'),
      onOut: by('out'),
    };
  }, [actions, moves]);
  return { ...buttons, playing, speed, onSpeed: actions.setSpeed };
}

/** The step keys of the page. */
function useKeys({ move, togglePlaying }: Moves): void {
  const { store, actions } = useApp();
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const command = commandOf(event, ownerOf(event.target));
      if (command === 'play') togglePlaying();
      else if (command === 'timeline') {
        if (!toTimeline(event.target)) actions.setPresent(false);
        return;
      } else if (command !== undefined && names.has(command)) {
        actions.pause();
        store.setState({ hurried: event.repeat });
        move(command as Move);
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [actions, move, togglePlaying, store]);
}
