/** @file The proof in a real browser: every published case is run there and passes. */
import { expect, test } from './appTest.ts';

test('every published case runs in this browser, names its source, and passes', async ({ page, address }) => {
  await page.goto(`${address}#/proof`);
  await expect(page.getByText(/of \d+ cases within their tolerance/)).toBeVisible();
  const rows = await page
    .locator('.proof-table tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(rows.length).toBeGreaterThan(25);
  for (const [name, , source, ...rest] of rows) {
    expect(source, name ?? '').not.toBe('');
    expect(rest.at(-1), name ?? '').toBe('passes');
  }
});
