/** @file Every catalogue can be formatted, and every language says the same things with the same values and marks. */
import { describe, expect, it } from 'vitest';
import { IntlMessageFormat } from 'intl-messageformat';
import { createFormatter } from '../../src/messages/formatter.ts';

type Tree = string | readonly Tree[] | { readonly [name: string]: Tree };

const modules = import.meta.glob<Record<string, Tree>>('../../src/messages/*/**/*.ts', { eager: true });

/** Every message of every file, by language and then by place. */
function catalogues(): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [file, words] of Object.entries(modules)) {
    const [, language = '', name = ''] = /messages\/([^/]+)\/(.+)\.ts$/.exec(file) ?? [];
    const messages = found.get(language) ?? new Map<string, string>();
    found.set(language, messages);
    collect(name, { ...words }, messages);
  }
  return found;
}

function collect(place: string, tree: Tree, into: Map<string, string>): void {
  if (typeof tree === 'string') into.set(place, tree);
  else for (const [name, branch] of Object.entries<Tree>(tree)) collect(`${place}.${name}`, branch, into);
}

type Piece = ReturnType<IntlMessageFormat['getAst']>[number];

/** The parser's number for text. */
const LITERAL = 0;

/** The values and marks of pieces of a message, and of all their branches: a branch's own words are none. */
function named(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => {
    const inner = [
      ...('options' in piece ? Object.values(piece.options).flatMap(({ value }) => named(value)) : []),
      ...('children' in piece ? named(piece.children) : []),
    ];
    if ('children' in piece) return [`<${piece.value}>`, ...inner];
    const kind: number = piece.type;
    // Text has a value too: what it says.
    return 'value' in piece && kind !== LITERAL ? [piece.value, ...inner] : inner;
  });
}

/** The names of a message's values and marks, each once, in alphabetic order. */
function holes(message: string): string[] {
  return [...new Set(named(new IntlMessageFormat(message, 'en').getAst()))].toSorted();
}

const all = catalogues();
const english = all.get('en') ?? new Map<string, string>();

describe('the catalogues', () => {
  it('are read by their holes: the words of a branch are none, what stands in it is', () => {
    expect(holes('{n, plural, one {word} other {# <alpha>words of {whom}</alpha>}}')).toEqual([
      '<alpha>',
      'n',
      'whom',
    ]);
  });

  it('have an English one, which is not empty', () => {
    expect(english.size).toBeGreaterThan(0);
  });

  it.each([...all.keys()])('in %s hold only messages that can be formatted', (language) => {
    const formatter = createFormatter(language);
    for (const [place, message] of all.get(language) ?? []) {
      const names = holes(message).filter((name) => !name.startsWith('<'));
      const values = Object.fromEntries(names.map((name) => [name, 2]));
      expect(() => formatter.text(message, values), place).not.toThrow();
      expect(message.trim(), place).not.toBe('');
    }
  });

  it.each([...all.keys()])(
    'in %s have the messages of the English one, with the same values and marks',
    (language) => {
      const messages = all.get(language) ?? new Map<string, string>();
      expect([...messages.keys()].toSorted()).toEqual([...english.keys()].toSorted());
      for (const [place, message] of messages)
        expect(holes(message), place).toEqual(holes(english.get(place) ?? ''));
    },
  );
});
