/** @file Which key means which command, and who keeps a key to himself. */
import type { Move } from './moves.ts';

/** What a key asks for. */
export type Command = Move | 'play' | 'keys' | 'timeline' | 'undo' | 'redo';

/** A key press, as the browser tells it. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What has the focus: how much of the keyboard it keeps. */
export type Owner =
  /** The page, the timeline, a heading: nothing. */
  | 'page'
  /** A button or a link: Enter and Space. */
  | 'button'
  /** A grid, slider, menu, list or dialog: all but Escape. */
  | 'widget'
  /** A field: all but Escape, undo and redo too. */
  | 'field';

const plain: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'into',
  ArrowUp: 'out',
  Home: 'first',
  End: 'last',
  PageDown: 'nextWord',
  PageUp: 'previousWord',
  ' ': 'play',
  '?': 'keys',
  Escape: 'timeline',
};

const shifted: Readonly<Record<string, Command>> = {
  ArrowRight: 'nextWord',
  ArrowLeft: 'previousWord',
  '?': 'keys',
};

/** The command of a key press while `owner` has the focus; undefined where the key is not ours. */
export function commandOf(press: KeyPress, owner: Owner): Command | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = press;
  if (altKey) return undefined;
  if (ctrlKey || metaKey) {
    const letter = key.toLowerCase();
    if (owner === 'field') return undefined;
    if (letter === 'z') return shiftKey ? 'redo' : 'undo';
    return letter === 'y' && !shiftKey ? 'redo' : undefined;
  }
  const command = (shiftKey ? shifted : plain)[key];
  if (command === 'timeline') return command;
  if (owner === 'widget' || owner === 'field') return undefined;
  return owner === 'button' && key === ' ' ? undefined : command;
}

const fields =
  'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable="true"], [role=combobox]';
const widgets =
  '[role=grid], [role=slider], [type=range], [type=radio], [role=radiogroup], [role=menu], [role=listbox], [role=dialog], [role=tablist], dialog';
const buttons = 'button, a[href], summary, [role=button], [role=option]';

/** How much of the keyboard the element under the focus keeps. The timeline's slider leaves all to the app. */
export function ownerOf(target: EventTarget | null): Owner {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('#timeline[role=slider], #timeline [role=slider]') !== null) return 'page';
  if (target.closest(fields) !== null) return 'field';
  if (target.closest(widgets) !== null) return 'widget';
  return target.closest(buttons) === null ? 'page' : 'button';
}
