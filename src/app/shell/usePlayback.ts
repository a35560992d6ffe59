/** @file Playing: a step every so often, until the last one. */
import { useEffect } from 'react';
import { useApp, useAppState } from '../context.ts';

/** Milliseconds that a step stays at speed ×1: time to read its sentence. */
const stepLength = 1600;

export function usePlayback(): void {
  const { actions } = useApp();
  const playing = useAppState(({ playing, link }) => playing && link.other === null);
  const speed = useAppState((state) => state.speed);
  useEffect(() => {
    if (!playing) return undefined;
    const timer = window.setInterval(() => {
      if (!actions.move('next')) actions.pause();
    }, stepLength / speed);
    return () => window.clearInterval(timer);
  }, [actions, playing, speed]);
}
