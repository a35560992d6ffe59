/** @file Props for component tests of the views: a scene, words, and callbacks that are watched. */
import { vi } from 'vitest';
import { createFormatter } from '../../src/messages/formatter.ts';
import { views } from '../../src/messages/en/views.ts';
import type { Cursor } from '../../src/geometry/cursor.ts';
import { untrainedScene, type UntrainedOptions } from './untrainedScene.ts';

export const words = { formatter: createFormatter('en'), views };

/** jsdom has no canvas: views leave their canvases unpainted then. */
export function withoutCanvas(): void {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
}

/** Everything that the views of a scene need, at a cursor. */
export function sceneProps(cursor: Cursor, options: UntrainedOptions = {}) {
  return {
    scene: untrainedScene(options),
    cursor,
    theme: 'light' as const,
    words,
    highlight: null,
    onHighlight: vi.fn(),
    opened: null,
    onOpen: vi.fn(),
    unfolded: new Set<string>() as ReadonlySet<string>,
    onUnfold: vi.fn(),
    old: false,
    still: false,
    onSeek: vi.fn(),
    onForce: vi.fn(),
  };
}
