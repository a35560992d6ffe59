/** @file The words of the worked examples, loaded with their page: of the reader's language where it has them, else English. */
import type { HandMessages } from '../../../messages/en/hand.ts';
import type { Language } from '../../language.ts';

/** What is said at a beat: a title, its sentences, and a question with its answer. */
export interface BeatWords {
  readonly title: string;
  readonly text: string;
  readonly ask?: string;
  readonly answer?: string;
}

/** The words of a lesson, by beat. */
export type LessonWords = Readonly<Record<string, BeatWords>>;

export interface HandWords {
  readonly hand: HandMessages;
  readonly beats: LessonWords;
}

const common = import.meta.glob<{ hand: HandMessages }>('../../../messages/*/hand.ts');
const lessons = import.meta.glob<Record<string, LessonWords>>('../../../messages/*/lessons/*.ts');

const loading = new Map<string, Promise<HandWords>>();

/** The name that a lesson's words are exported under: `query-key-value` as `queryKeyValue`. */
function exported(lesson: string): string {
  return lesson.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

async function load(tag: string, lesson: string): Promise<HandWords> {
  const name = exported(lesson);
  const file = (folder: string, of: string): string => `../../../messages/${folder}/${of}.ts`;
  const folder = common[file(tag, 'hand')] === undefined ? 'en' : tag;
  const [base, own] = await Promise.all([
    common[file(folder, 'hand')]?.(),
    (lessons[file(folder, `lessons/${name}`)] ?? lessons[file('en', `lessons/${name}`)])?.(),
  ]);
  const beats = own?.[name];
  if (base === undefined || beats === undefined) throw new Error(`lesson ${lesson}: it has no words`);
  return { hand: base.hand, beats };
}

/** The words of a lesson; the same promise each time, for `use`. */
export function handWords({ formatter }: Language, lesson: string): Promise<HandWords> {
  const tag = formatter.language;
  const key = `${tag} ${lesson}`;
  const known = loading.get(key) ?? load(tag, lesson);
  loading.set(key, known);
  return known;
}
