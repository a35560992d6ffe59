/** @file State to link. */
import { readStages, translation } from '../params/translation.ts';
import { codecOf, type OtherPage } from './pages/all.ts';
import { toLinkText } from './percent.ts';
import { initialState, type LinkState } from './state.ts';

/** The version that links are written in. */
export const linkVersion = '1';

/** The stage at which a group begins: what a link that names none means. */
export function firstStage(t: number): LinkState['at'] {
  return t === 0 ? readStages[0] : translation.at.initial;
}

/** The beginning of every path; what stands alone in a frame comes before what it is of. */
function versionOf({ embed }: Pick<LinkState, 'embed'>): string {
  return embed === null ? `#/${linkVersion}` : `#/${linkVersion}/embed/${embed}`;
}

/** The path of a page. The proof is the same for every mechanism, so its path names none. */
function pathOf({ page, mechanism, embed }: LinkState): string {
  if (page === 'proof') return `#/${linkVersion}/proof`;
  return page === 'about' ? `#/${linkVersion}/about/${mechanism}` : `${versionOf({ embed })}/${mechanism}`;
}

type Pair = readonly [name: string, value: string];

function linkOf(path: string, pairs: readonly Pair[]): string {
  const query = pairs.map(([name, value]) => `${name}=${toLinkText(value)}`).join('&');
  return path + (query === '' ? '' : `?${query}`);
}

/** The link of a page with a state of its own. */
function encodeOther(other: OtherPage, { present, embed }: LinkState): string {
  const codec = codecOf(other);
  const pairs: Pair[] = [];
  codec.write(other, (name, control, value) => {
    const text = control.encode(value);
    if (text !== control.encode(control.initial)) pairs.push([name, text]);
  });
  if (present) pairs.push(['view', 'present']);
  return linkOf([versionOf({ embed }), codec.page, ...codec.path(other)].join('/'), pairs);
}

/**
 * The link's fragment, with its #. Only what differs from the first values is written, always in the same order. The state must be a
 * valid one, as `decode` and the store make them.
 */
export function encode(state: LinkState): string {
  if (state.other !== null) return encodeOther(state.other, state);
  const pairs: Pair[] = [];
  const write = (name: string, value: string, initial: string): void => {
    if (value !== initial) pairs.push([name, value]);
  };
  if (state.page === 'proof') write('mechanism', state.mechanism, initialState.mechanism);
  write('s', state.sentence, initialState.sentence);
  write('t', translation.t.encode(state.t), translation.t.encode(initialState.t));
  write('at', state.at, firstStage(state.t));
  write('cell', translation.cell.encode(state.cell), translation.cell.encode(initialState.cell));
  write('beam', translation.beam.encode(state.beam), translation.beam.encode(initialState.beam));
  write('hypothesis', translation.hypothesis.encode(state.hypothesis), '1');
  write('force', translation.forced.encode(state.forced), '');
  write('open', translation.open.encode(state.open), '');
  write('D', translation.reach.encode(state.reach), translation.reach.encode(initialState.reach));
  write('view', state.present ? 'present' : 'full', translation.view.initial);
  write('model', state.model, initialState.model);
  return linkOf(pathOf(state), pairs);
}
