/** @file The check that a union was handled in full. */
import { describe, expect, it } from 'vitest';
import { assertNever } from '../../src/lib/exhaustive.ts';

describe('assertNever', () => {
  it('throws and names a value that the types do not describe', () => {
    expect(() => assertNever('green' as never, 'colour')).toThrow(
      'colour: "green" is not one of the known ones',
    );
  });

  it('is a compile error while a member of the union is left', () => {
    const size = (shape: 'disc' | 'square'): number => {
      if (shape === 'disc') return 1;
      // @ts-expect-error square has not been handled
      return assertNever(shape, 'shape');
    };
    expect(size('disc')).toBe(1);
    expect(() => size('square')).toThrow('shape: "square"');
  });
});
