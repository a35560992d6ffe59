/** @file The narrator and its catalogue fit: every message is said somewhere, with all that its holes need, and reads well. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { narrate, narrateWithout } from '../../../src/geometry/narration/narrate.ts';
import type { Line, Story } from '../../../src/geometry/narration/narration.ts';
import { createFormatter } from '../../../src/messages/formatter.ts';
import { narratorMessages } from '../../../src/messages/en/narratorMessages.ts';
import { translation, windowed } from '../../../src/params/translation.ts';
import {
  finish,
  translate,
  withoutEach,
  type TranslateOptions,
} from '../../../src/models/seq2seq/translate.ts';
import { smallModel } from '../../models/seq2seq/smallModel.ts';
import { favours, madeStory } from './madeUp.ts';

const ids = translation.mechanism.options;

/** The mechanisms whose traces have the shape of the made-up ones: scores of all places, a softmax, a context. */
const global = new Set<string>(ids.filter((id) => id !== 'none' && !windowed.includes(id)));
const formatter = createFormatter('en');

/** A translation by a small untrained model with the numbers of its shape, as a story with its counterfactuals. */
function translated(
  id: string,
  seed: number,
  words: readonly string[],
  options: TranslateOptions = {},
  reach = 2,
): { readonly story: Story; readonly without: readonly Line[] } {
  const model = { ...smallModel(id, seed), options: { D: reach } };
  const made = finish(translate(model, words, options));
  const story: Story = {
    trace: made.trace,
    source: words,
    unknown: made.unknown,
    target: made.target,
    targetWords: model.targetWords,
    forced: (options.forced ?? []).map(({ t }) => t + 1),
  };
  const without = made.target.flatMap((_, t) => {
    const found = finish(withoutEach(model, words, made.target.slice(0, t + 1), t));
    return narrateWithout(story, { t: t + 1, at: 'word', cell: 0 }, id, found);
  });
  return { story, without };
}

/** Everything that is said at every step of a story, also inside the steps. */
function linesOf(story: Story, mechanism: string): Line[] {
  return story.trace.stages.flatMap(({ t, stage }) =>
    [0, 1, story.source.length].flatMap((cell) => {
      const told = narrate(story, { t: t + 1, at: stage, cell }, mechanism);
      if (told === null) throw new Error(`nothing is told at ${t} ${stage}`);
      return [
        told.title,
        ...told.sentences,
        ...told.formulas.map(({ source }) => ({ key: source, values: {} })),
        ...told.questions.flatMap((one) => [one.asked, ...one.answer]),
      ];
    }),
  );
}

/** Stories in which everything happens that the narrator has words for. */
const madeUp = [
  madeStory({
    source: ['the', 'black', 'cat', 'saw', 'the'],
    h: [0, 1, 1, 0, 0, 1, 1, 1, 0.5, 0.5],
    steps: [
      { e: [0, 0, 9, 0, 0], logits: favours(4, 9), word: 4 },
      { e: [0, 9, 0, 0, 0], logits: favours(5, 9, 1, 5), word: 5, s: [0, 1] },
      { e: [0, 0, 0, 0, 9], logits: favours(3, 2, 7, 1.5), word: 3 },
      { e: [1, 0, 0, 0, 1.5], logits: favours(6, 2.6), word: 6 },
      { e: [9, 0, 9, 0, 0], logits: favours(7, 9), word: 7 },
      { e: [0, 0, 0, 0, 0], logits: favours(2, 9), word: 2 },
    ],
  }),
  madeStory({
    source: ['was', 'blorb'],
    unknown: [1],
    forced: [1],
    steps: [
      { e: [1, 0.5], logits: favours(3, 0, 4, 5), word: 3 },
      { e: [30, 50], logits: favours(4, 9), word: 4 },
      { e: [0, 5], logits: favours(1, 9), word: 1 },
    ],
  }),
  madeStory({ source: ['cat'], steps: [{ e: [2], logits: favours(4, 1, 5, 3), word: 4 }] }),
];

/** What may be found when words are left out of the first made-up sentence. */
const answers = [
  [0.02, 0.9, 0.2, 0.9, 0.9],
  [0.02, 0.9, 0.6, 0.9, 0.9],
  [0.1, 0.9, 0.9, 0.9, 0.9],
  [0.9, 0.9, 0.02, 0.9, 0.9],
].map((left) => ({
  probability: 0.9,
  without: left.map((probability) => ({ probability, likeliest: probability > 0.5 ? 'chat' : 'le' })),
}));

const said: readonly { readonly mechanism: string; readonly line: Line }[] = ids.flatMap((mechanism) => {
  const stories = [
    translated(mechanism, 1, ['a', 'b', 'b', 'oov', 'a']),
    translated(mechanism, 2, ['a', 'b', 'c'], { beam: 3, hypothesis: 1 }),
    translated(mechanism, 3, ['c'], { forced: [{ t: 0, word: 'y' }] }),
    translated(mechanism, 4, ['d', 'a', 'a', 'c', 'oov', 'b']),
    // A window so narrow that it is often empty.
    translated(mechanism, 5, ['d', 'c', 'b', 'a', 'c'], {}, 0.3),
    translated(mechanism, 6, ['d', 'c', 'b', 'a', 'c', 'a', 'b', 'd', 'd'], {}, 1.6),
  ];
  return [
    ...stories.flatMap(({ story, without }) => [...linesOf(story, mechanism), ...without]),
    ...(global.has(mechanism) ? madeUp.flatMap((story) => linesOf(story, mechanism)) : []),
    ...madeUp
      .slice(0, 1)
      .flatMap((story) =>
        answers.flatMap((found) => narrateWithout(story, { t: 1, at: 'word', cell: 0 }, mechanism, found)),
      ),
  ].map((line) => ({ mechanism, line }));
});

/** Kinds of elements of a parsed message that have no name. */
const nameless = new Set<number>([0, 7]);

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The names of a message's values and marks, read from its parsed form. */
function holes(message: string): { readonly values: string[]; readonly marks: string[] } {
  const found = { values: new Set<string>(), marks: new Set<string>() };
  const walk = (elements: Elements): void => {
    for (const element of elements) {
      if (nameless.has(element.type)) continue;
      if ('value' in element) ('children' in element ? found.marks : found.values).add(element.value);
      if ('children' in element) walk(element.children);
      if ('options' in element) Object.values(element.options).forEach((option) => walk(option.value));
    }
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return { values: [...found.values], marks: [...found.marks] };
}

/** Labels that views show by themselves. */
const labels = /^(?:narrator\.|without\.run)/;

describe('the narrator’s catalogue', () => {
  it.each(ids)('for %s has every message that is said, and gets all that its holes need', (mechanism) => {
    const messages = narratorMessages(mechanism);
    for (const { line } of said.filter((one) => one.mechanism === mechanism)) {
      const message = messages[line.key];
      if (message === undefined) throw new Error(`there is no message ${line.key}`);
      const { values, marks } = holes(message);
      expect(
        values.filter((name) => line.values[name] === undefined),
        line.key,
      ).toEqual([]);
      expect(
        marks.filter((name) => line.values[name] !== undefined),
        line.key,
      ).toEqual([]);
      const text = formatter.text(message, line.values);
      expect(text, line.key).not.toMatch(/NaN|Infinity|∞|undefined|\s\s|\s[.,;:?]|^\s|\s$/);
      expect(text, line.key).toMatch(line.key.endsWith('.ask') ? /\?$/ : /./);
    }
  });

  it('has no message that all mechanisms share and none says', () => {
    const keys = new Set(said.map(({ line }) => line.key));
    const silent = Object.keys(narratorMessages('')).filter((key) => !keys.has(key) && !labels.test(key));
    expect(silent).toEqual([]);
  });

  it.each(ids)('for %s has no message of its own that is never said', (mechanism) => {
    const keys = new Set(said.filter((one) => one.mechanism === mechanism).map(({ line }) => line.key));
    const shared = narratorMessages('');
    const own = Object.entries(narratorMessages(mechanism)).filter(([key, text]) => shared[key] !== text);
    expect(own.map(([key]) => key).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('uses no word that makes light of what is hard', () => {
    const light = /\b(?:simply|just|obviously|of course|easily|trivial(?:ly)?|clearly|merely)\b/i;
    const found = ids.flatMap((id) =>
      Object.entries(narratorMessages(id)).filter(([, message]) => light.test(message)),
    );
    expect(found).toEqual([]);
  });
});
