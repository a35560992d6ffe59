/** @file The worked examples in a real browser: numbers are changed by every way there is, and what follows is seen; keyboard alone; axe. */
import type { Locator, Page } from '@playwright/test';
import { lessons } from '../../src/lessons/all.ts';
import { expect, expectNoAxeViolations, test } from './appTest.ts';

const sheet = (page: Page): Locator => page.getByRole('grid', { name: /^Calculation/ });

/** A cell of an editable grid, from 1. */
const cell = (page: Page, grid: RegExp, place: number): Locator =>
  page
    .getByRole('grid', { name: grid })
    .getByRole('gridcell')
    .nth(place - 1);

async function open(page: Page, address: string, place: string): Promise<void> {
  await page.goto(`${address}#/1/hand/${place}`);
  await expect(sheet(page)).toBeVisible();
}

/** The numbers of a row of the worksheet. */
async function numbers(page: Page, row: string): Promise<string[]> {
  return sheet(page).locator(`[data-band="${row}"] .hand-value`).allTextContents();
}

test('a cell is edited and the context follows; undo takes it back; the link opens the same numbers', async ({
  page,
  address,
}) => {
  await open(page, address, 'additive/context');
  const before = await numbers(page, 'c');
  await cell(page, /^v /, 1).click();
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(sheet(page).locator('[data-band="c"] .is-changed')).toHaveCount(2);
  const after = await numbers(page, 'c');
  expect(after).not.toEqual(before);
  await expect(page).toHaveURL(/set=v:2:5,3/);

  const link = page.url();
  await page.goto(`${address}#/1/proof`);
  await page.goto(link);
  await expect(sheet(page).locator('[data-band="c"]')).toBeVisible();
  expect(await numbers(page, 'c')).toEqual(after);

  await page.reload();
  await expect(sheet(page).locator('[data-band="c"]')).toBeVisible();
  expect(await numbers(page, 'c')).toEqual(after);

  await cell(page, /^v /, 1).click();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/set=v:2:7,3/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page).toHaveURL(/set=v:2:5,3/);
  await expect.poll(() => numbers(page, 'c')).toEqual(after);
});

test('a block of 3 × 2 is pasted from a spreadsheet, and copied back as the same', async ({
  page,
  address,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, address, 'additive/words');
  const before = await numbers(page, 'h');
  await page.evaluate(() => navigator.clipboard.writeText('0,5\t-1\n2\t1,25\n-0,75\t1\n'));
  await cell(page, /^x/, 1).click();
  await page.keyboard.press('Control+V');
  await expect(page).toHaveURL(/set=x:3\.2:0\.5,-1,2,1\.25,-0\.75,1/);
  await expect.poll(() => numbers(page, 'x')).toEqual(['0.5', '2', '−0.75', '−1', '1.25', '1']);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('0.5\t-1\n2\t1.25\n-0.75\t1');
  await page.keyboard.press('Control+Z');
  await expect(page).not.toHaveURL(/set=/);
  await page.getByRole('link', { name: 'Encoding: What is kept after each word' }).click();
  await expect.poll(() => numbers(page, 'h')).toEqual(before.length === 0 ? expect.anything() : before);
});

test('a number is dragged, and everything after it moves with it, as one edit', async ({ page, address }) => {
  await open(page, address, 'additive/scores');
  const before = await numbers(page, 'e');
  await cell(page, /^v /, 2).scrollIntoViewIfNeeded();
  const box = await cell(page, /^v /, 2).boundingBox();
  if (box === null) throw new Error('the cell is not on the page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 24, y, { steps: 4 });
  await page.mouse.move(x + 80, y, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/set=v:2:2,4$/);
  await expect.poll(() => numbers(page, 'e')).not.toEqual(before);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => numbers(page, 'e')).toEqual(before);
});

test('a lesson is done by keyboard alone: stepped through, a number explained, one changed, a score given and taken away', async ({
  page,
  address,
}) => {
  await open(page, address, 'additive');
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/additive\/scores$/);
  const focusOn = async (target: Locator): Promise<void> => {
    await expect(async () => {
      await page.keyboard.press('Tab');
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0], timeout: 60_000 });
  };
  await focusOn(sheet(page).locator('.hand-number').first());
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'How was this number computed?' })).toBeVisible();
  await focusOn(cell(page, /^v /, 1));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('1,5');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/set=v:2:2,1\.5/);
  await focusOn(cell(page, /^Scores of your own/, 1));
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('yours', { exact: true })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByText('yours', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/additive\/weights/);
});

test('why √d: the slider raises d, and the two curves are told', async ({ page, address }) => {
  await open(page, address, 'query-key-value/why');
  const slider = page.getByRole('slider', { name: 'Width d' });
  await slider.focus();
  await page.keyboard.press('End');
  const chart = page.getByRole('img', { name: /^variance of the scores/ });
  await expect(chart).toHaveAccessibleName(/d = 256/);
  await expect(page.locator('.scaling-chart').first().locator('.is-plain dd')).toHaveText(/^2\d\d$/);
});

test('axe finds nothing in any beat of the additive lesson', async ({ page, address }) => {
  const lesson = lessons.find(({ id }) => id === 'additive');
  await open(page, address, 'additive');
  for (const { id } of lesson?.beats ?? []) {
    await page.goto(`${address}#/1/hand/additive/${id}`);
    await expect(page.locator('.beat-mark[aria-current="step"]')).toHaveAttribute(
      'href',
      new RegExp(id === 'problem' ? 'additive' : id),
    );
    await expect(page.locator('.formula .katex').or(page.locator('.narrator-text')).first()).toBeVisible();
    await expectNoAxeViolations(page);
  }
});

const views = [
  { name: '1440 light', size: { width: 1440, height: 960 }, colorScheme: 'light' },
  { name: '390 light', size: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: '1440 dark', size: { width: 1440, height: 960 }, colorScheme: 'dark' },
] as const;

for (const { name, size, colorScheme } of views) {
  test(`axe finds nothing at the first and the last beat of every lesson, ${name}`, async ({
    page,
    address,
  }) => {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    for (const { id, beats } of lessons) {
      for (const beat of [beats[0], beats.at(-1)]) {
        await open(page, address, `${id}/${beat?.id ?? ''}`);
        await expectNoAxeViolations(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${id}/${beat?.id}: wider than the page`).toBeLessThanOrEqual(0);
      }
    }
  });
}
