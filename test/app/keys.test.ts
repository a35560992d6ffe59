/** @file Keys: which is which command, and who keeps his own. */
import { beforeEach, describe, expect, it } from 'vitest';
import { commandOf, ownerOf, type KeyPress } from '../../src/app/state/keys.ts';

function press(text: string): KeyPress {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
  };
}

describe('commandOf', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['ArrowLeft', 'previous'],
    ['Shift+ArrowRight', 'nextWord'],
    ['Shift+ArrowLeft', 'previousWord'],
    ['PageDown', 'nextWord'],
    ['PageUp', 'previousWord'],
    ['ArrowDown', 'into'],
    ['ArrowUp', 'out'],
    ['Home', 'first'],
    ['End', 'last'],
    [' ', 'play'],
    ['?', 'keys'],
    ['Shift+?', 'keys'],
    ['Escape', 'timeline'],
    ['Ctrl+z', 'undo'],
    ['Meta+z', 'undo'],
    ['Ctrl+Shift+Z', 'redo'],
    ['Ctrl+y', 'redo'],
  ])('on the page: %s is %s', (key, command) => {
    expect(commandOf(press(key), 'page')).toBe(command);
  });

  it.each([
    'a',
    'Enter',
    'Tab',
    'Alt+ArrowLeft',
    'Ctrl+ArrowRight',
    'Meta+ArrowLeft',
    'Shift+Home',
    'Ctrl+Home',
  ])('on the page: %s is the browser’s', (key) => {
    expect(commandOf(press(key), 'page')).toBeUndefined();
  });

  it('leaves a button its Space, and a widget all but Escape', () => {
    expect(commandOf(press(' '), 'button')).toBeUndefined();
    expect(commandOf(press('ArrowRight'), 'button')).toBe('next');
    for (const key of ['ArrowRight', 'Home', ' ', '?', 'PageDown'])
      expect(commandOf(press(key), 'widget')).toBeUndefined();
    expect(commandOf(press('Escape'), 'widget')).toBe('timeline');
  });

  it('leaves a field also undo and redo', () => {
    expect(commandOf(press('Ctrl+z'), 'field')).toBeUndefined();
    expect(commandOf(press('Ctrl+z'), 'widget')).toBe('undo');
    expect(commandOf(press('Escape'), 'field')).toBe('timeline');
  });
});

describe('ownerOf', () => {
  beforeEach(() => {
    document.body.innerHTML = `
      <main id="main"><h2 id="heading"></h2><button id="button"><b id="inside"></b></button><a id="link" href="#/"></a>
        <textarea id="textarea"></textarea><select id="select"></select><input id="radio" type="radio">
        <div role="grid"><div role="gridcell" id="cell" tabindex="0"></div></div>
        <input type="range" id="range"><div role="slider" id="other"></div>
        <div role="dialog"><button id="dismiss"></button></div></main>
      <div role="slider" id="timeline" tabindex="0"></div>`;
  });

  it.each([
    ['main', 'page'],
    ['heading', 'page'],
    ['timeline', 'page'],
    ['button', 'button'],
    ['inside', 'button'],
    ['link', 'button'],
    ['textarea', 'field'],
    ['select', 'field'],
    ['radio', 'widget'],
    ['cell', 'widget'],
    ['range', 'widget'],
    ['other', 'widget'],
    ['dismiss', 'widget'],
  ])('with the focus on %s: %s', (id, owner) => {
    expect(ownerOf(document.getElementById(id))).toBe(owner);
  });

  it('without an element: page', () => {
    expect(ownerOf(document)).toBe('page');
    expect(ownerOf(null)).toBe('page');
  });
});
