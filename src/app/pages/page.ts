/** @file What a page with a state of its own tells the app around it; what it shows is loaded when it is visited. */
import type { ComponentType, LazyExoticComponent } from 'react';
import type { OtherPage } from '../../url/pages/all.ts';
import type { Language } from '../language.ts';

/** A link of the rail. */
export interface RailLink<Page> {
  readonly to: Page;
  readonly label: string;
}

/** A page, as the rail, the head and the document see it. Its words here are short: all else comes with the page. */
export interface PageEntry<Page extends OtherPage> {
  /** What stands in the place of worksheet, narrator and timeline (`full`), or of the worksheet alone (`plain`). */
  readonly layout: 'full' | 'plain';
  /** The page itself. It renders `<main id="main" tabIndex={-1} className="main …">`, and for `full` also `.aside` and `.steps`. */
  readonly Page: LazyExoticComponent<ComponentType>;
  /** What stands alone in a frame (`link.embed` says what of it); only for pages whose codec `embeds` something. The main landmark is the page's around it. */
  readonly Embed?: LazyExoticComponent<ComponentType>;
  /** The heading of its links in the rail; pages with one heading that stand one after another share it. */
  readonly heading: (language: Language) => string;
  readonly links: (language: Language) => readonly RailLink<Page>[];
  /** Whether a link of the rail leads to where the reader is. */
  readonly isHere: (to: Page, at: Page) => boolean;
  /** Where the reader is, for the head. */
  readonly crumb: (language: Language, at: Page) => string;
  /** The title of the document until the page itself has said more. */
  readonly title: (language: Language, at: Page) => string;
}
