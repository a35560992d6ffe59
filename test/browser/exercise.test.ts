/** @file Exercises on the worked examples: done wrong, hinted, then right; asked before anything is given away; a link of their own. */
import type { Locator, Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './appTest.ts';

const link = '#/1/hand/additive/weights?hide=alpha:1:1,alpha:1:2,alpha:1:3';

const blanks = (page: Page): Locator => page.locator('.hand-blank');

/** The scores on the worksheet, to their last digit; and the weights that follow from them. */
async function numbersOf(page: Page): Promise<{ scores: number[]; weights: number[] }> {
  const exact = await page
    .locator('[data-band="e"] .hand-number')
    .evaluateAll((cells) => cells.map((cell) => cell.dataset['exact'] ?? ''));
  const scores = exact.map((text) => Number(text.replace('\u2212', '-')));
  const raised = scores.map(Math.exp);
  const total = raised.reduce((sum, value) => sum + value, 0);
  return { scores, weights: raised.map((value) => value / total) };
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.hand-sheet')).toBeVisible();
}

test('a wrong answer is hinted at by its slip, and then found', async ({ page, address }) => {
  await open(page, address + link);
  await expect(blanks(page)).toHaveCount(3);
  const { scores, weights } = await numbersOf(page);
  const said = page.locator('.exercise-feedback');
  const type = async (text: string): Promise<void> => {
    await blanks(page).first().fill(text);
    await page.keyboard.press('Enter');
  };
  await type(Math.exp(scores[0] ?? 0).toFixed(2));
  await expect(said).toContainText('was not divided by the sum');
  await type((Math.exp(scores[0] ?? 0) / 3).toFixed(2));
  await expect(said).toContainText('divided by how many there are');
  await type((weights[1] ?? 0).toFixed(2));
  await expect(said).toContainText('belongs to a neighbour');
  await type('a lot');
  await expect(said).toContainText('is no number');
  await expect(blanks(page).first()).toHaveAttribute('aria-invalid', 'true');
  await expectNoAxeViolations(page);
  await type((weights[0] ?? 0).toFixed(2));
  await expect(said).toContainText('is right');
  await expect(blanks(page)).toHaveCount(2);
  await expect(page.getByText('1 of 3 found')).toBeVisible();
  for (const weight of weights.slice(1)) await type(weight.toFixed(2));
  await expect(page.getByText('All found.')).toBeVisible();
  await expect(page.getByRole('complementary').getByText(/hidden numbers/)).toHaveCount(0);
});

test('what was found is remembered on this device, and can be cleared', async ({ page, address }) => {
  await open(page, address + link);
  const { weights } = await numbersOf(page);
  await blanks(page)
    .first()
    .fill((weights[0] ?? 0).toFixed(2));
  await page.keyboard.press('Enter');
  await expect(blanks(page)).toHaveCount(2);
  await page.reload();
  await expect(blanks(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await expect(blanks(page)).toHaveCount(3);
  await page.reload();
  await expect(blanks(page)).toHaveCount(3);
});

test('the exercise’s link opened fresh hides the same numbers, and nothing on the page tells them', async ({
  page,
  address,
}) => {
  await open(page, `${address}#/1/hand/additive/weights`);
  const weights = await page.locator('[data-band="alpha"] .hand-value').allTextContents();
  expect(weights).toHaveLength(3);
  await open(page, `${address}${link}&open=alpha:1:2`);
  await page.reload();
  await expect(blanks(page)).toHaveCount(3);
  const text = await page.locator('#root').innerText();
  for (const weight of weights) expect(text).not.toContain(weight);
  await expect(page.getByText('The working holds hidden numbers.').first()).toBeVisible();
});

test('opening what gives a hidden number away asks first', async ({ page, address }) => {
  await open(page, `${address}#/1/hand/additive/context?hide=alpha:1:2`);
  await expect(blanks(page)).toHaveCount(1);
  await page.locator('[data-band="c"] .hand-number').first().click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText('shows a hidden number');
  await expectNoAxeViolations(page);
  await asked.getByRole('button', { name: 'Not yet' }).click();
  await expect(asked).toHaveCount(0);
  await expect(blanks(page)).toHaveCount(1);
  await page.locator('[data-band="e"] .hand-number').first().click();
  await expect(asked).toHaveCount(0);
  await page.locator('[data-band="c"] .hand-number').first().click();
  await asked.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('heading', { name: 'How was this number computed?' })).toBeVisible();
  await expect(blanks(page)).toHaveCount(0);
});

test('a teacher chooses what is hidden, to how many decimals, and the link says so', async ({
  page,
  address,
}) => {
  await open(page, `${address}#/1/hand/query-key-value/weights`);
  await page.getByRole('button', { name: 'Check yourself' }).click();
  await expect(blanks(page).first()).toBeVisible();
  const before = await blanks(page).count();
  await page.getByRole('button', { name: 'Choose what to hide' }).click();
  await page.locator('.hand-number.is-chosen').first().click();
  await page.getByRole('button', { name: 'Done choosing' }).click();
  await expect(blanks(page)).toHaveCount(before - 1);
  await page.getByLabel('Decimals asked for').selectOption('3 decimals');
  await expect(page).toHaveURL(/hide=alpha:.*digits=3/);
  await page.getByRole('button', { name: 'Check yourself' }).click();
  await expect(blanks(page)).toHaveCount(0);
});

test('on paper hidden numbers are empty boxes, whatever was typed', async ({ page, address }) => {
  await open(page, address + link);
  await blanks(page).first().fill('0.5');
  await page.emulateMedia({ media: 'print' });
  const look = await blanks(page)
    .first()
    .evaluate((field) => {
      const { color, borderTopWidth, borderTopStyle } = getComputedStyle(field);
      return { color, borderTopWidth, borderTopStyle };
    });
  expect(look).toEqual({ color: 'rgba(0, 0, 0, 0)', borderTopWidth: '1px', borderTopStyle: 'solid' });
});

for (const [name, size] of [
  ['wide', { width: 1440, height: 960 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in an exercise, ${name}, ${colorScheme}`, async ({ page, address }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await open(page, address + link);
      await expect(blanks(page)).toHaveCount(3);
      await expectNoAxeViolations(page);
    });
  }
}

test('an exercise stands in a frame of its own', async ({ page, address }) => {
  await page.goto(address + link.replace('#/1/', '#/1/embed/worksheet/'));
  await expect(blanks(page)).toHaveCount(3);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open in Lookback' })).toBeVisible();
});
