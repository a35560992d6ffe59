/** @file Two mechanisms side by side in the browser: they step together, tell of the same number, and are a link. */
import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './appTest.ts';

const pair = '#/1/compare/additive/dot?s=the+black+cat+did+not+drink+the+cold+milk';

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('#timeline')).toBeVisible();
  await expect(page.locator('.worksheet.is-old')).toHaveCount(0);
}

test('both step together, and the link brings another reader to the same place', async ({
  page,
  address,
  browser,
}) => {
  await open(page, `${address}${pair}&t=6`);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveTitle('pas · softmax · Additive and Dot — Lookback');
  const side = (on: Page, name: string) => on.getByRole('region', { name, exact: true });
  for (const name of ['Additive attention', 'Dot-product attention']) {
    await expect(side(page, name).getByRole('button', { name: /^Weight of/ })).toHaveCount(9);
  }
  await side(page, 'Dot-product attention')
    .getByRole('button', { name: /^Weight of not/ })
    .click();
  await expect(page).toHaveURL(/t=6&at=softmax&open=alpha:6:5/);
  const stories = page.getByRole('region', { name: /^How was this number computed in/ });
  await expect(stories).toHaveCount(2);
  const other = await browser.newPage();
  await open(other, page.url());
  await expect(other).toHaveTitle(await page.title());
  for (const name of ['Additive attention', 'Dot-product attention']) {
    const [theirs, mine] = [other, page].map((on) => side(on, name).getByRole('button'));
    await expect(theirs ?? side(other, name)).toHaveText((await mine?.allTextContents()) ?? []);
  }
  await other.close();
});

test('the Compare button leads there with the sentence and the step, and back again', async ({
  page,
  address,
}) => {
  await open(page, `${address}#/1/general?s=the+dog+is+a+labrador&t=2&at=softmax`);
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(page).toHaveTitle(/softmax · General and Additive — Lookback$/);
  await expect(page.getByLabel('English')).toHaveValue('the dog is a labrador');
  await page.getByLabel('On the right').selectOption('Concat');
  await expect(page).toHaveTitle(/softmax · General and Concat — Lookback$/);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveTitle(/softmax · General — Lookback$/);
});

for (const [name, size] of [
  ['wide', { width: 1440, height: 960 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing, ${name}, ${colorScheme}`, async ({ page, address }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await open(page, `${address}${pair}&t=6&at=context`);
      await expectNoAxeViolations(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(size.width);
    });
  }
}
