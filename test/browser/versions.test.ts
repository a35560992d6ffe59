/** @file Two versions of one worked example side by side, and what they differ by. */
import { expect, expectNoAxeViolations, test } from './appTest.ts';

test('the lesson’s own numbers stand beside the reader’s, with the difference of both, at the same beat', async ({
  page,
  address,
}) => {
  await page.goto(`${address}#/1/hand/additive/scores?set=v:2:1,1&beside=own`);
  const sheets = page.locator('.hand-sheet');
  await expect(sheets).toHaveCount(3);
  const scores = async (place: number): Promise<number[]> => {
    const exact = await sheets
      .nth(place)
      .locator('[data-band="e"] .hand-number')
      .evaluateAll((cells) => cells.map((cell) => cell.dataset['exact'] ?? ''));
    return exact.map((text) => Number(text.replace('\u2212', '-')));
  };
  const [mine, own, difference] = [await scores(0), await scores(1), await scores(2)];
  expect(mine).toHaveLength(3);
  expect(mine).not.toEqual(own);
  mine.forEach((value, j) => expect(difference[j]).toBeCloseTo(value - (own[j] ?? 0), 12));
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Next beat' }).click();
  for (const place of [0, 1, 2])
    await expect(sheets.nth(place).locator('[data-band="alpha"] .hand-number')).toHaveCount(3);
});
