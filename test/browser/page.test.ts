/** @file The built page by itself: it loads from a sub-folder, silently, and without violations. */
import { contentSecurityPolicy } from '../../src/cli/setUp/contentSecurityPolicy.mjs';
import { expect, expectNoAxeViolations, test } from './appTest.ts';

test('the page loads from a sub-folder without a complaint and shows its main region', async ({
  page,
  address,
}) => {
  await page.goto(address);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page).toHaveTitle(/Lookback/);
});

test('axe finds nothing in the page, light and dark', async ({ page, address }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    await expect(page.getByRole('main')).toBeVisible();
    await expectNoAxeViolations(page);
  }
});

test('the built page carries the strict policy itself, whatever the host sends', async ({
  page,
  address,
}) => {
  await page.goto(address);
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(meta).toHaveAttribute('content', contentSecurityPolicy);
  expect(await page.locator('script:not([src]), style').count()).toBe(0);
});

test('a planted inline style is a violation that the tests would report', async ({
  page,
  address,
  complaints,
}) => {
  await page.goto(address);
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'main { color: red; }';
    document.head.append(style);
  });
  await expect.poll(() => complaints.join('\n')).toContain('securitypolicyviolation: style-src');
  complaints.length = 0;
});

test('a planted console warning is a complaint that the tests would report', async ({
  page,
  address,
  complaints,
}) => {
  await page.goto(address);
  await page.evaluate(() => console.warn('planted'));
  await expect.poll(() => complaints).toEqual(['console warning: planted']);
  complaints.length = 0;
});

test('a missing file is answered with 404', async ({ request, address }) => {
  expect((await request.get(`${address}no/such/file.js`)).status()).toBe(404);
});
