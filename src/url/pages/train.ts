/** @file Links of “Train it yourself”: `#/1/train?task=dates&seed=7`. */
import { train } from '../../params/train.ts';
import type { Control } from '../../params/control.ts';
import type { PageCodec, Read } from './codec.ts';

type Fields = { readonly [Name in keyof typeof train]: (typeof train)[Name]['initial'] };
type ValueOf<Name extends keyof typeof train> = (typeof train)[Name] extends Control<infer T> ? T : never;

/** What a link to a training says: the same settings and seed give the same weights on the same build. */
export type TrainPage = { readonly page: 'train' } & { readonly [Name in keyof Fields]: ValueOf<Name> };

/** The names of the query under their fields, in the order in which they are written. */
const names = {
  task: 'task',
  mechanism: 'mechanism',
  width: 'width',
  embedding: 'embedding',
  attention: 'attention',
  readout: 'readout',
  window: 'window',
  rate: 'rate',
  batch: 'batch',
  steps: 'steps',
  data: 'data',
  longest: 'longest',
  seed: 'seed',
  text: 's',
  show: 'show',
} as const satisfies Record<keyof typeof train, string>;

const fields = Object.keys(names) as (keyof typeof names)[];

/** The page as it is where nothing is said. */
export function trainPage(changed: Partial<Omit<TrainPage, 'page'>> = {}): TrainPage {
  const initial = Object.fromEntries(fields.map((field) => [field, train[field].initial]));
  return { page: 'train', ...initial, ...changed } as TrainPage;
}

/** One field, whose control is of its own type. */
function readField<Name extends keyof typeof train>(field: Name, read: Read): ValueOf<Name> {
  return read(names[field], train[field] as unknown as Control<ValueOf<Name>>);
}

export const trainCodec: PageCodec<TrainPage> = {
  page: 'train',
  names: Object.values(names),
  enter: (rest) => (rest.length > 0 ? undefined : trainPage()),
  path: () => [],
  read: (state, read) => ({
    ...state,
    ...Object.fromEntries(fields.map((field) => [field, readField(field, read)])),
  }),
  write(state, write) {
    for (const field of fields)
      write(names[field], train[field] as unknown as Control<unknown>, state[field]);
  },
};
