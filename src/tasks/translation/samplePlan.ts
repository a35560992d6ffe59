/** @file Draws what a clause will say, verb and form, before its words are drawn. */
import type { Random } from '../../lib/random.ts';
import type { Noun, Verb } from './lexicon.ts';
import type { Pools } from './pools.ts';
import type { VerbForm } from './tree.ts';
import { verbs } from './verbs.ts';

const NEGATED = 0.24;

const TRANSITIVE = verbs.filter((verb) => verb.object !== 'never');
const INTRANSITIVE = verbs.filter((verb) => verb.object !== 'always');

/** A verb in a form, before its subject and object are drawn. */
export interface Plan {
  readonly kind: 'transitive' | 'intransitive' | 'passive' | 'quality' | 'class' | 'place';
  readonly verb: Verb | null;
  readonly form: VerbForm;
  readonly negated: boolean;
  readonly past: boolean;
  /** English words of the verb, and the least that must follow it. */
  readonly words: number;
}

function planKind(random: Random, relative: boolean): Plan['kind'] {
  const u = random.next();
  if (u < 0.55) return 'transitive';
  if (u < 0.66) return 'intransitive';
  if (u < 0.81) return 'passive';
  if (u < 0.92 || relative) return 'quality';
  return u < 0.96 ? 'class' : 'place';
}

function planForm(random: Random, verb: Verb): { form: VerbForm; negated: boolean } {
  const u = random.next();
  const negated = random.chance(NEGATED);
  if (u < 0.42) return verb.past === null ? { form: 'past', negated: true } : { form: 'past', negated };
  return { form: u < 0.65 && verb.continuous !== null ? 'continuous' : 'present', negated };
}

/** English words of a verb: eats 1, is eating 2, does not eat 3. */
export function verbWords(form: VerbForm, negated: boolean): number {
  if (negated) return 3;
  return form === 'continuous' || form === 'passive' ? 2 : 1;
}

/** Draws what a predicate will be; for a relative clause the verb must suit the noun it follows. */
export function drawPlan(random: Random, pools: Pools, of: Noun | null): Plan | null {
  const kind = planKind(random, of !== null);
  if (kind === 'quality' || kind === 'class' || kind === 'place') {
    const negated = random.chance(NEGATED);
    const past = random.chance(0.4);
    return {
      kind,
      verb: null,
      form: 'present',
      negated,
      past,
      words: (negated ? 2 : 1) + (kind === 'quality' ? 1 : 3),
    };
  }
  const suiting = of === null ? null : ((kind === 'passive' ? pools.passives : pools.actions).get(of) ?? []);
  const candidates = kind === 'intransitive' ? INTRANSITIVE : TRANSITIVE;
  const from = suiting === null ? candidates : suiting.filter((verb) => candidates.includes(verb));
  if (from.length === 0) return null;
  const verb = random.pick(from);
  const { form, negated } =
    kind === 'passive'
      ? ({ form: 'passive', negated: random.chance(NEGATED) } as const)
      : planForm(random, verb);
  const words = verbWords(form, negated) + (kind === 'transitive' ? 2 : 0);
  return { kind, verb, form, negated, past: form === 'past' || form === 'passive', words };
}
