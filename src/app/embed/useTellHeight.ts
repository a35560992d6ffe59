/** @file Tells the page around a frame how high the frame's page is, whenever that changes (docs/embed.md). */
import { useEffect, useRef, type RefObject } from 'react';

/** What the page around hears. It knows from which of its frames by the event's `source`. */
interface HeightMessage {
  readonly lookback: 'height';
  /** CSS pixels, rounded up. */
  readonly height: number;
}

/** The element whose height is told. */
export function useTellHeight(): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = frame.current;
    if (box === null || window.parent === window) return undefined;
    let told = 0;
    const tell = (): void => {
      const height = Math.ceil(box.getBoundingClientRect().height);
      if (height === told) return;
      told = height;
      const message: HeightMessage = { lookback: 'height', height };
      // Anybody may know it: where the page around comes from is not ours to ask.
      window.parent.postMessage(message, '*');
    };
    const observer = new ResizeObserver(tell);
    observer.observe(box);
    tell();
    return () => observer.disconnect();
  }, []);
  return frame;
}
