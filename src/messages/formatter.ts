/** @file Puts values into a message: ICU plurals, choices and numbers, and marks such as `<alpha>weight</alpha>`. */
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';

/** Words that a view shows in a way of their own, such as a symbol in its colour. */
export interface Marked {
  /** The name in the message's angle brackets. */
  readonly mark: string;
  readonly parts: readonly Part[];
}

/** A piece of a message with its values put in. */
export type Part = string | Marked;

/** A message without holes, marks and quotes is what it says: it needs no parser. */
const special = /[{}<']/;

/** A message whose holes only take a value as it is: no choices, no numbers, no marks. */
const plain = /^(?:[^{}<']|\{\w+\})*$/;

/** What a message's holes are filled with; a text is put in as it is, never read as a message. */
export type Values = Readonly<Record<string, string | number>>;

/** How messages of one language become words. */
export interface Formatter {
  /** A BCP 47 tag, such as `en`. */
  readonly language: string;
  /** The message with its values and marks. Throws when a value is missing or the message is not well formed. */
  readonly parts: (message: string, values?: Values) => readonly Part[];
  /** The same without the marks, for titles, labels and speech. */
  readonly text: (message: string, values?: Values) => string;
}

/** Formats that messages name: `{weight, number, significant}`. */
const formats = {
  number: {
    significant: { maximumSignificantDigits: 3 },
    exact: { maximumSignificantDigits: 17 },
    percent: { style: 'percent', maximumFractionDigits: 1 },
    hundredths: { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 },
  },
  date: {},
  time: {},
} as const;

/** A message that has been read. */
interface Parsed {
  readonly format: IntlMessageFormat;
  readonly marks: ReturnType<typeof marksOf>;
}

/** A formatter for a language. Messages are parsed when they are used first, and kept. */
export function createFormatter(language: string): Formatter {
  const parsed = new Map<string, Parsed>();
  const formatters = formattersWithMinus();

  function parse(message: string): Parsed {
    const known = parsed.get(message);
    if (known !== undefined) return known;
    const format = new IntlMessageFormat(message, language, formats, { formatters });
    const made = { format, marks: marksOf(message) };
    parsed.set(message, made);
    return made;
  }

  function parts(message: string, values: Values = {}): readonly Part[] {
    if (!special.test(message)) return [message];
    const text = plain.test(message) ? filled(message, values) : undefined;
    if (text !== undefined) return [text];
    const { format, marks } = parse(message);
    const result = format.format<Part>({ ...marks, ...values });
    return Array.isArray(result) ? result : [result];
  }

  return { language, parts, text: (message, values) => parts(message, values).map(textOf).join('') };
}

/**
 * A message of plain holes with its values put in, as the parser would do it: what stands in the first frame needs no parser, whose start
 * costs more than all else that is written there. Undefined where a value is missing, of which the parser tells.
 */
function filled(message: string, values: Values): string | undefined {
  let missing = false;
  const text = message.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    missing ||= value === undefined;
    return String(value);
  });
  return missing ? undefined : text;
}

/** For each mark of a message, the function that makes a marked part of what it encloses. */
function marksOf(message: string): Record<string, (parts: Part[]) => Marked> {
  const names = new Set([...message.matchAll(/<([A-Za-z][\w-]*)>/g)].map((match) => match[1] ?? ''));
  return Object.fromEntries([...names].map((mark) => [mark, (parts: Part[]) => ({ mark, parts })]));
}

/** The words of a part, without its marks. */
function textOf(part: Part): string {
  return typeof part === 'string' ? part : part.parts.map(textOf).join('');
}

/** Intl's formatters, each made once; numbers have a true minus sign, as interface type needs. */
function formattersWithMinus(): Formatters {
  const numbers = new Map<string, Intl.NumberFormat>();
  const plurals = new Map<string, Intl.PluralRules>();
  return {
    getNumberFormat: (locale, options) =>
      once(numbers, key(locale, options), () => {
        const format = new Intl.NumberFormat(locale, options);
        const withMinus = (value: number): string => format.format(value).replace('-', '\u2212');
        return new Proxy(format, {
          get: (target, property): unknown =>
            property === 'format' ? withMinus : Reflect.get(target, property, target),
        });
      }),
    getPluralRules: (locale, options) =>
      once(plurals, key(locale, options), () => new Intl.PluralRules(locale, options)),
    getDateTimeFormat: (...args) => new Intl.DateTimeFormat(...args),
  };
}

function key(...parts: unknown[]): string {
  return JSON.stringify(parts);
}

/** The value under a key, made when it is asked for first. */
function once<Value>(known: Map<string, Value>, name: string, make: () => Value): Value {
  const value = known.get(name) ?? make();
  known.set(name, value);
  return value;
}
