/** @file A check that a union has been handled in full, at compile time and at run time. */

/**
 * Stands in the branch that no value may reach.
 * @param value what is left of a union after all its members were handled: `never` for the compiler.
 * @param name what the value is called in the message.
 * @throws RangeError naming the value, when data that the types do not describe arrives here.
 */
export function assertNever(value: never, name = 'value'): never {
  throw new RangeError(`${name}: ${JSON.stringify(value)} is not one of the known ones`);
}
