/** @file The words of the reader's language: English is at hand, any other folder of the catalogue is loaded when it is preferred. */
import { app as english, type AppMessages } from '../messages/en/app.ts';
import { views as englishViews, type ViewMessages } from '../messages/en/views.ts';
import { createFormatter, type Formatter, type Values } from '../messages/formatter.ts';

/** All that is said in one language. One object a language: views can tell that nothing changed. */
export interface Language {
  readonly formatter: Formatter;
  readonly app: AppMessages;
  readonly views: ViewMessages;
  /** The narrator's words for a mechanism: they come with the scene, after the first paint. */
  readonly narrator: () => Promise<NarratorOf>;
  /** The message with its values, as plain text. */
  readonly say: (message: string, values?: Values) => string;
}

/** The narrator's words where that mechanism is stepped through. */
type NarratorOf = (mechanism: string) => Readonly<Record<string, string>>;

/** What the files of a language's folder export, as those of `en` do. */
interface Catalogue {
  readonly app: AppMessages;
  readonly views: ViewMessages;
  readonly narratorMessages: NarratorOf;
}

const files = import.meta.glob<Partial<Catalogue>>([
  '../messages/*/{app,views,narratorMessages}.ts',
  '!../messages/en/*.ts',
]);

function languageOf(
  tag: string,
  { app, views }: Pick<Catalogue, 'app' | 'views'>,
  load: () => Promise<Pick<Catalogue, 'narratorMessages'>>,
): Language {
  const formatter = createFormatter(tag);
  let loading: Promise<NarratorOf> | undefined;
  const narrator = (): Promise<NarratorOf> =>
    (loading ??= load().then(({ narratorMessages }) => narratorMessages));
  return { formatter, app, views, narrator, say: formatter.text };
}

/** English, at once. */
export function createEnglish(): Language {
  const load = (): Promise<Pick<Catalogue, 'narratorMessages'>> =>
    import('../messages/en/narratorMessages.ts');
  return languageOf('en', { app: english, views: englishViews }, load);
}

/** The first of the preferred languages that there is a folder for; English if there is none. */
export async function loadLanguage(preferred: readonly string[]): Promise<Language> {
  for (const tag of preferred) {
    const folder = tag.split('-')[0] ?? tag;
    if (folder === 'en') return createEnglish();
    const own = Object.entries(files).filter(([file]) => file.startsWith(`../messages/${folder}/`));
    if (own.length > 0) {
      const modules = await Promise.all(own.map(([, load]) => load()));
      const catalogue = Object.assign({}, ...modules) as Catalogue;
      return languageOf(folder, catalogue, () => Promise.resolve(catalogue));
    }
  }
  return createEnglish();
}
