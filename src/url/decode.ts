/** @file Link to state: strict, and total. Whatever cannot be read is named, and the first value stands in its place. */
import type { Control, Expectation } from '../params/control.ts';
import { embed as embedded } from '../params/embed.ts';
import { translation } from '../params/translation.ts';
import { firstStage, linkVersion } from './encode.ts';
import { codecNamed, codecOf } from './pages/all.ts';
import { fromLinkText } from './percent.ts';
import { initialState, type LinkState } from './state.ts';

/** One thing that a link says and that was not understood. */
export type Misunderstood =
  /** A version that this app does not know; the rest was read as if it were of this one. */
  | { readonly kind: 'version'; readonly text: string }
  /** A path that leads nowhere. */
  | { readonly kind: 'path'; readonly text: string }
  /** A name that nothing has. */
  | { readonly kind: 'name'; readonly text: string }
  /** A name that stands twice; the first was read. */
  | { readonly kind: 'twice'; readonly name: string; readonly text: string }
  /** A value that its control refused. */
  | { readonly kind: 'value'; readonly name: string; readonly text: string; readonly expected: Expectation };

/** What a link was read as. */
export interface Opened {
  readonly state: LinkState;
  /** The path first, then names, then values; empty when all was understood. */
  readonly misunderstood: readonly Misunderstood[];
}

/** A note longer than this is cut: it only has to be recognised. */
const longestQuote = 80;

function quote(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

type Place = Pick<LinkState, 'page' | 'mechanism' | 'other' | 'embed'>;

/** The page that a path names, with what the path says of it. */
function readPath(path: string, misunderstood: Misunderstood[]): Place {
  const { page, mechanism, other, embed } = initialState;
  const first: Place = { page, mechanism, other, embed };
  const parts = path.replace(/^#/, '').replace(/^\//, '').split('/');
  if (parts.join('') === '') return first;
  if (parts.length === 1 && parts[0] === 'proof') return { ...first, page: 'proof' };
  const [version = '', ...rest] = parts;
  if (/^[1-9]\d*$/.test(version) && version !== linkVersion)
    misunderstood.push({ kind: 'version', text: quote(version) });
  const lost = (): Place => {
    misunderstood.push({ kind: 'path', text: quote(parts.join('/')) });
    return first;
  };
  if (!/^[1-9]\d*$/.test(version)) return lost();
  if (rest.join('') === '') return first;
  if (rest[0] === 'embed') return readEmbedded(rest.slice(1), first) ?? lost();
  return readPage(rest, first) ?? lost();
}

/** What stands alone in a frame, and of which page; undefined where that page cannot, or where there is none. */
function readEmbedded(
  [show = embedded.initial, ...rest]: readonly string[],
  first: Place,
): Place | undefined {
  const shown = embedded.decode(show);
  if (!shown.ok) return undefined;
  const place = rest.length === 0 ? first : readPage(rest, first);
  if (place === undefined) return undefined;
  const able =
    place.other === null ? place.page === 'step' : codecOf(place.other).embeds?.includes(shown.value);
  return able === true ? { ...place, embed: shown.value } : undefined;
}

/** The page that the pieces of a path after its version lead to; undefined: none. */
function readPage(rest: readonly string[], first: Place): Place | undefined {
  if (rest.length === 1 && rest[0] === 'proof') return { ...first, page: 'proof' };
  const codec = codecNamed(rest[0] ?? '');
  if (codec !== undefined) {
    const entered = codec.enter(rest.slice(1));
    return entered && { ...first, other: entered };
  }
  const isAbout = rest.length === 2 && rest[0] === 'about';
  const named = translation.mechanism.decode(rest.at(-1) ?? '');
  if (!named.ok || (rest.length !== 1 && !isAbout)) return undefined;
  return { ...first, page: isAbout ? 'about' : 'step', mechanism: named.value };
}

/** The pairs of a query, as they stand in the link; a piece without = has no value. */
function pairsOf(query: string): { readonly name: string; readonly raw: string }[] {
  return query
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const at = piece.indexOf('=');
      return at < 0 ? { name: piece, raw: '' } : { name: piece.slice(0, at), raw: piece.slice(at + 1) };
    });
}

/** Names of a link of the translation, without those that only some of its pages have. */
const names = ['s', 't', 'at', 'cell', 'beam', 'hypothesis', 'force', 'open', 'D', 'view', 'model'];

/** The names that the query of a page may have. */
function namesOf({ page, other }: Place): readonly string[] {
  if (other !== null) return [...codecOf(other).names, 'view'];
  return page === 'proof' ? [...names, 'mechanism'] : names;
}

/** What a query gives for each of the names that it may have, as it stands in the link. */
function givenIn(
  query: string,
  names: readonly string[],
  misunderstood: Misunderstood[],
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const { name, raw } of pairsOf(query)) {
    if (!names.includes(name)) misunderstood.push({ kind: 'name', text: quote(name) });
    else if (given.has(name)) misunderstood.push({ kind: 'twice', name, text: quote(raw) });
    else given.set(name, raw);
  }
  return given;
}

/** Reads a link's fragment. Never throws: any text gives a valid state. */
export function decode(fragment: string): Opened {
  const misunderstood: Misunderstood[] = [];
  const mark = fragment.indexOf('?');
  const place = readPath(mark < 0 ? fragment : fragment.slice(0, mark), misunderstood);
  const given = givenIn(mark < 0 ? '' : fragment.slice(mark + 1), namesOf(place), misunderstood);

  /** The value under a name, or its first value with a note. */
  function read<T>(name: string, control: Control<T>): T {
    const raw = given.get(name);
    if (raw === undefined) return control.initial;
    const decoded = control.decode(fromLinkText(raw) ?? '\u0000');
    if (decoded.ok) return decoded.value;
    misunderstood.push({
      kind: 'value',
      name,
      text: quote(fromLinkText(raw) ?? raw),
      expected: decoded.expected,
    });
    return control.initial;
  }

  if (place.other !== null) {
    const other = codecOf(place.other).read(place.other, read);
    const present = read('view', translation.view) === 'present';
    return { state: { ...initialState, other, present, embed: place.embed }, misunderstood };
  }
  const t = read('t', translation.t);
  const beam = read('beam', translation.beam);
  const at: LinkState['at'] = given.has('at')
    ? read('at', t === 0 ? translation.reading : translation.at)
    : firstStage(t);
  const state: LinkState = {
    page: place.page,
    mechanism: place.page === 'proof' ? read('mechanism', translation.mechanism) : place.mechanism,
    sentence: read('s', translation.sentence),
    model: read('model', translation.model),
    t,
    at,
    cell: read('cell', translation.cell),
    beam,
    hypothesis: readHypothesis(),
    forced: read('force', translation.forced),
    open: read('open', translation.open),
    reach: read('D', translation.reach),
    present: read('view', translation.view) === 'present',
    embed: place.embed,
    other: null,
  };
  return { state, misunderstood };

  /** One of the hypotheses that the beam keeps. */
  function readHypothesis(): number {
    const value = read('hypothesis', translation.hypothesis);
    if (value <= beam) return value;
    const expected: Expectation = { kind: 'whole', min: 1, max: beam };
    misunderstood.push({ kind: 'value', name: 'hypothesis', text: String(value), expected });
    return translation.hypothesis.initial;
  }
}
