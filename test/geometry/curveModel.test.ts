/** @file Curves as paths: they stay in their box, keep their order, and stand where a second reckoning puts them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curvePath, curveScales, lossTop } from '../../src/geometry/curveModel.ts';

const box = { width: 300, height: 100, steps: 200, range: [0, 2] as const };

describe('curveScales', () => {
  it('puts steps from left to right and values from bottom to top, and keeps what lies beyond at the edge', () => {
    const { x, y } = curveScales(box);
    expect([x(0), x(100), x(200), x(500)]).toEqual([0, 150, 300, 300]);
    expect([y(0), y(1), y(2), y(9), y(-1)]).toEqual([100, 50, 0, 0, 100]);
  });

  it('has ticks inside the box, a run of no steps too', () => {
    for (const steps of [0, 1, 600, 20_000]) {
      const { xTicks, yTicks } = curveScales({ ...box, steps });
      for (const { at } of xTicks) expect(at >= 0 && at <= box.width).toBe(true);
      for (const { at } of yTicks) expect(at >= 0 && at <= box.height).toBe(true);
      expect(yTicks.length).toBeGreaterThan(1);
    }
  });
});

describe('curvePath', () => {
  it('is empty without points, and goes through every point within a tenth of a pixel', () => {
    expect(curvePath([], curveScales(box))).toBe('');
    fc.assert(
      fc.property(
        fc.array(fc.record({ step: fc.nat(200), value: fc.double({ min: 0, max: 2, noNaN: true }) }), {
          minLength: 2,
        }),
        (points) => {
          const numbers = (curvePath(points, curveScales(box)).match(/-?[\d.]+/g) ?? []).map(Number);
          expect(numbers).toHaveLength(2 * points.length);
          points.forEach(({ step, value }, k) => {
            expect(Math.abs((numbers[2 * k] ?? NaN) - 1.5 * step)).toBeLessThanOrEqual(0.051);
            expect(Math.abs((numbers[2 * k + 1] ?? NaN) - (100 - 50 * value))).toBeLessThanOrEqual(0.051);
          });
        },
      ),
    );
  });
});

describe('lossTop', () => {
  it('is a whole number above all losses, at least 1', () => {
    expect(lossTop([])).toBe(1);
    expect(lossTop([0.2, 2.4, 1])).toBe(3);
    expect(lossTop([0.2, Infinity, Number.NaN])).toBe(1);
  });
});
