/** @file The score that a model is built with, by its id. */

import { mechanisms } from '../../mechanisms/all.ts';
import type { Mechanism } from '../../mechanisms/mechanism.ts';

/** The mechanism of that id. Throws, naming those there are, if there is none. */
export function mechanismOf(id: string): Mechanism {
  const mechanism = mechanisms.find((one) => one.id === id);
  if (mechanism !== undefined) return mechanism;
  throw new Error(`mechanism: ${id}; expected one of ${mechanisms.map((one) => one.id).join(', ')}`);
}
