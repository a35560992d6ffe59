/** @file A tensor's name (the paper's symbol in ASCII) to TeX, to plain Unicode and to pieces that a view can colour by role. */

import { patternOf, type Scene } from './symbolPatterns.ts';

/** What a symbol is to attention: its colour everywhere. */
export type SymbolRole = 'query' | 'key' | 'value' | 'score' | 'weight' | 'context' | 'output';

/** One letter with its indices, or a sign between letters (no indices, no role). */
export interface Atom {
  readonly base: string;
  /** What stands over the letter. */
  readonly over: '' | 'right' | 'left' | 'tilde';
  readonly sub: string;
  readonly sup: string;
  readonly role: SymbolRole | '';
}

/** A symbol ready to be shown. */
export interface SymbolText {
  readonly atoms: readonly Atom[];
  /** Where the cell is among the features, counted from 1: `[3, 17]`, or ''. */
  readonly index: string;
  /** Plain Unicode: `α₆,₅`. */
  readonly plain: string;
  readonly tex: string;
}

/** Values for the letters t and j in indices; a letter left out stays a letter. */
export interface Places {
  readonly t?: number;
  readonly j?: number;
}

const roles: Readonly<Record<string, SymbolRole>> = {
  s: 'query',
  q: 'query',
  h: 'key',
  k: 'key',
  v: 'value',
  e: 'score',
  α: 'weight',
  c: 'context',
  y: 'output',
  p: 'output',
};

/** A tensor's symbol: `alpha` at t = 6, j = 5 is α₆,₅. `scene` tells apart what has one name in two places of a model. */
export function symbolOf(name: string, places: Places = {}, scene: Scene = {}, index = ''): SymbolText {
  const atoms = patternOf(name, scene)
    .split(' ')
    .map((token) => atomOf(token, places))
    .map((atom) => (scene.bare === true && name === 'v' ? { ...atom, role: '' as const } : atom));
  const plain = plainOf(atoms) + index;
  const tex = atoms.map(texOf).join(' ') + (index === '' ? '' : `\\,${index}`);
  return { atoms, index, plain, tex };
}

/** Reads one token of a pattern: `>h_j`, `~s_t`, `W_o^c`, `+`; `!p_t` has no role. */
function atomOf(token: string, places: Places): Atom {
  const [, mark = '', base = token, sub = '', sup = ''] =
    /^([<>~!]?)([^_^]+)(?:_([^^]+))?(?:\^(.+))?$/.exec(token) ?? [];
  const over = mark === '>' ? 'right' : mark === '<' ? 'left' : mark === '~' ? 'tilde' : '';
  const filled = sub === '' ? [] : sub.split(',').map((part) => filledIn(part, places));
  // A numeral beside another needs a comma (α₆,₅); letters stand together (α_tj).
  const separator = filled.some((part) => /\d/.test(part)) ? ',' : '';
  const role = mark !== '!' && /^(?:t|t-1|j|0|1|t,j|S)?$/.test(sub) ? (roles[base] ?? '') : '';
  return { base, over, sub: filled.join(separator), sup, role };
}

function filledIn(part: string, { t, j }: Places): string {
  if (part === 't') return t === undefined ? 't' : String(t);
  if (part === 't-1') return t === undefined ? 't\u22121' : String(t - 1);
  if (part === 'j') return j === undefined ? 'j' : String(j);
  return part;
}

const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789+\u2212aehijklmnoprstuvx').map((letter, k) => [
    letter,
    Array.from('₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')[k] ?? letter,
  ]),
);
const lifted: Readonly<Record<string, string>> = { c: 'ᶜ', s: 'ˢ', y: 'ʸ', in: 'ⁱⁿ', '⊤': 'ᵀ' };
const accents = { right: '\u20D7', left: '\u20D6', tilde: '\u0303', '': '' } as const;

/** Pieces as one plain text; an index that Unicode cannot lower stands after an underscore. */
function plainOf(atoms: readonly Atom[]): string {
  return atoms
    .map(({ base, over, sub, sup }) => {
      const low = Array.from(sub).every((letter) => letter === ',' || lowered[letter] !== undefined);
      const index = low
        ? Array.from(sub)
            .map((letter) => lowered[letter] ?? letter)
            .join('')
        : `_${sub}`;
      return base + accents[over] + index + (sup === '' ? '' : (lifted[sup] ?? `^${sup}`));
    })
    .join(' ')
    .replace(/\( /g, '(')
    .replace(/ \)/g, ')')
    .replace(/ (?=\()/g, '');
}

const texNames: Readonly<Record<string, string>> = {
  α: '\\alpha',
  σ: '\\sigma',
  '∘': '\\circ',
  tanh: '\\tanh',
  ℓ: '\\ell',
  τ: '\\tau',
  Σ: '\\sum',
  '÷': '/',
  '−': '-',
  exp: '\\exp',
};

function texOf({ base, over, sub, sup, role }: Atom): string {
  const letter = texNames[base] ?? base;
  const accent = { right: '\\overrightarrow', left: '\\overleftarrow', tilde: '\\tilde', '': '' }[over];
  const index = sub.replaceAll('\u2212', '-');
  const lower =
    index === '' ? '' : `_{${/^[a-z]{2,}$/.test(index) && index !== 'tj' ? `\\mathrm{${index}}` : index}}`;
  const upper = sup === '' ? '' : `^{${sup === 'in' ? '\\mathrm{in}' : sup}}`;
  const tex = `${accent === '' ? letter : `${accent}{${letter}}`}${lower}${upper}`;
  return role === '' ? tex : `\\htmlClass{role-${role}}{${tex}}`;
}
