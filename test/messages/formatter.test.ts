/** @file Messages with values: plurals, choices, numbers and marks. */
import fc from 'fast-check';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { createFormatter } from '../../src/messages/formatter.ts';

const english = createFormatter('en');
const french = createFormatter('fr');

describe('createFormatter', () => {
  it('chooses the plural form by the rules of the language', () => {
    const message = '{n, plural, one {# word} other {# words}}';
    expect([0, 1, 2].map((n) => english.text(message, { n }))).toEqual(['0 words', '1 word', '2 words']);
    const mot = '{n, plural, one {# mot} other {# mots}}';
    expect([0, 1, 2].map((n) => french.text(mot, { n }))).toEqual(['0 mot', '1 mot', '2 mots']);
  });

  it('chooses by a word', () => {
    const message = '{score, select, dot {a product} additive {a small network} other {a score}}';
    expect(english.text(message, { score: 'dot' })).toBe('a product');
    expect(english.text(message, { score: 'new' })).toBe('a score');
  });

  it('writes numbers as the language does, with three significant digits and a true minus sign', () => {
    expect(english.text('{x, number, significant}', { x: -1234.5 })).toBe('−1,230');
    expect(english.text('{x, number, significant}', { x: 0.123456 })).toBe('0.123');
    expect(french.text('{x, number, significant}', { x: -0.123456 })).toBe('−0,123');
    expect(english.text('{x, number, percent}', { x: 0.925 })).toBe('92.5%');
  });

  it('keeps marks as parts that a view can show, also nested and in a plural', () => {
    expect(english.parts('The <alpha>weight <h>h</h></alpha> is {x, number}.', { x: 1 })).toEqual([
      'The ',
      { mark: 'alpha', parts: ['weight ', { mark: 'h', parts: ['h'] }] },
      ' is 1.',
    ]);
    expect(english.parts('{n, plural, one {<c>#</c>} other {none}}', { n: 1 })).toEqual([
      { mark: 'c', parts: ['1'] },
    ]);
  });

  it('leaves the marks out of plain text', () => {
    expect(english.text('The <alpha>weight</alpha> of {word}', { word: 'not' })).toBe('The weight of not');
  });

  it('puts a text in as it is, whatever stands in it', () => {
    const word = "<alpha>{x}</alpha> 'quoted'";
    expect(english.parts('[{word}]', { word })).toEqual([`[${word}]`]);
  });

  it('fills plain holes as the parser does', () => {
    const messages = ['{a}', 'In {a}, {b} and {a}.', '# {b} | {a}', '<m>x</m>{a}', "'{'{a}", '{a}{b}'];
    const texts = fc.record({
      a: fc.oneof(fc.string(), fc.double()),
      b: fc.oneof(fc.string(), fc.integer()),
    });
    fc.assert(
      fc.property(fc.constantFrom(...messages), texts, (message, values) => {
        const mark = (parts: string[]): string => parts.join('');
        const parsed = new IntlMessageFormat(message, 'en').format<string>({ ...values, m: mark });
        expect(english.text(message, values)).toBe([parsed].flat().join(''));
      }),
    );
  });

  it('throws when a value is missing or a message is not well formed', () => {
    expect(() => english.text('{x}')).toThrow(/x/);
    expect(() => english.text('{x')).toThrow();
    expect(() => english.text('<alpha>weight')).toThrow();
  });
});
