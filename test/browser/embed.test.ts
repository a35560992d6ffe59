/** @file What is embedded: it tells its height, fits into 320 pixels, works where storage and workers are blocked, and leads to the whole page. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator, Page } from '@playwright/test';
import { root } from '../../src/cli/setUp/run.mjs';
import { expect, expectNoAxeViolations, test } from './appTest.ts';

const around = (link: string, attributes: string, width: number): string => `<!doctype html>
<html lang="en"><head><title>around</title></head><body><main><h1>around</h1>
<iframe title="framed" ${attributes} width="${width}" height="100" style="border: 0" src="${link}"></iframe>
</main><script>
  globalThis.heard = [];
  addEventListener('message', ({ source, data }) => {
    const frame = document.querySelector('iframe');
    if (source !== frame.contentWindow || data?.lookback !== 'height') return;
    globalThis.heard.push(data.height);
    frame.height = data.height;
  });
</script></body></html>`;

declare global {
  /** Heights that the page around was told. */
  var heard: number[];
}

/** A page of the same host that holds a frame. */
async function openAround(
  page: Page,
  address: string,
  link: string,
  { attributes = '', width = 900 } = {},
): Promise<FrameLocator> {
  const url = `${address}around.html`;
  await page.route(url, (route) =>
    route.fulfill({ contentType: 'text/html', body: around(address + link, attributes, width) }),
  );
  await page.goto(url);
  return page.frameLocator('iframe');
}

test('a worksheet tells the page around how high it is, and again when a number is opened', async ({
  page,
  address,
}) => {
  const frame = await openAround(page, address, '#/1/embed/worksheet/additive?t=6&at=softmax');
  await expect(frame.getByRole('button', { name: /^Weight of not/ })).toBeVisible();
  await expect.poll(() => page.evaluate(() => heard.at(-1) ?? 0)).toBeGreaterThan(400);
  const fits = (): Promise<boolean> =>
    frame.locator('html').evaluate((html) => html.scrollHeight <= html.clientHeight);
  await expect.poll(fits).toBe(true);
  const before = await page.evaluate(() => heard.at(-1) ?? 0);
  await frame.getByRole('button', { name: /^Weight of not/ }).click();
  await expect(frame.getByRole('heading', { name: 'How was this number computed?' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => heard.at(-1) ?? 0)).toBeGreaterThan(before);
  await expect.poll(fits).toBe(true);
});

test('it has no rails, steps on, adds nothing to the history, and leads to the whole page', async ({
  page,
  address,
}) => {
  const frame = await openAround(page, address, '#/1/embed/worksheet/additive?t=6&at=softmax');
  await expect(frame.getByText('Step 31 of 59: pas, softmax')).toBeVisible();
  await expect(frame.getByRole('navigation')).toHaveCount(0);
  const entries = await page.evaluate(() => history.length);
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(frame.getByText('Step 32 of 59: pas, context')).toBeVisible();
  expect(await page.evaluate(() => history.length)).toBe(entries);
  const opening = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Open in Lookback' }).click();
  const whole = await opening;
  await expect(whole).toHaveTitle('pas · context · Additive — Lookback');
  await expect(whole.locator('#timeline')).toBeVisible();
});

test('where storage and workers are blocked it works all the same', async ({ page, address }) => {
  const frame = await openAround(page, address, '#/1/embed/weights/additive?t=2&at=softmax', {
    attributes: 'sandbox="allow-scripts"',
  });
  await expect(frame.getByRole('gridcell', { name: /^chat, cat: 0\.\d+/ })).toBeVisible();
  const blocked = await frame.locator('html').evaluate(() => {
    try {
      return globalThis.localStorage.length < 0;
    } catch (error) {
      return error instanceof DOMException && error.name === 'SecurityError';
    }
  });
  expect(blocked).toBe(true);
  await frame.getByRole('button', { name: 'Next step' }).click();
  await expect(frame.getByText(/^Step \d+ of \d+: chat, context$/)).toBeVisible();
  expect(await page.evaluate(() => heard.length)).toBeGreaterThan(0);
});

test('the numbers in a sandbox are those of the worker', async ({ page, address }) => {
  const link = '#/1/embed/scores/dot?s=the+dog+sleeps&t=3&at=word';
  const numbers: string[][] = [];
  for (const attributes of ['', 'sandbox="allow-scripts"']) {
    await page.unroute(`${address}around.html`);
    const frame = await openAround(page, address, link, { attributes });
    await expect(frame.getByRole('gridcell', { name: /^dort, sleeps: / })).toBeVisible();
    numbers.push(
      await frame.getByRole('gridcell').evaluateAll((cells) => cells.map((one) => one.ariaLabel ?? '')),
    );
  }
  expect(numbers[0]).toHaveLength(9);
  expect(numbers[1]).toEqual(numbers[0]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const show of ['worksheet', 'weights']) {
    test(`320 pixels are enough for ${show}, and axe finds nothing, ${colorScheme}`, async ({
      page,
      address,
    }) => {
      await page.emulateMedia({ colorScheme });
      const link = `#/1/embed/${show}/additive?t=6&at=word&open=alpha:6:5`;
      const frame = await openAround(page, address, link, { width: 320 });
      await expect(frame.getByRole('heading', { name: 'How was this number computed?' })).toBeVisible();
      const width = await frame.locator('html').evaluate((html) => html.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
      await expectNoAxeViolations(page);
    });
  }
}

test('“Share” offers the code of a frame, which shows this step under its title', async ({
  page,
  address,
  browser,
}) => {
  await page.goto(`${address}#/1/general?s=the+dog+is+a+labrador&t=2&at=softmax`);
  await expect(page.locator('#timeline')).toBeVisible();
  await page.getByRole('button', { name: 'Link and code to embed' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What').selectOption('The weights');
  await dialog.getByLabel('Title, for those who listen').fill('Where “dog” & "chien" meet');
  const code = await dialog.getByLabel('Code').inputValue();
  await expectNoAxeViolations(page);
  const blank = await browser.newPage(); // a page without the app's policy, as the one that the code is pasted into
  const framed = await blank.evaluate((html) => {
    const frame = new DOMParser().parseFromString(html, 'text/html').querySelector('iframe');
    return { title: frame?.title, src: frame?.src };
  }, code);
  await blank.close();
  expect(framed.title).toBe('Where “dog” & "chien" meet');
  await page.goto(framed.src ?? '');
  await expect(page.getByRole('grid', { name: /^Weights/ })).toBeVisible();
  await expect(page.getByText(/: chien, softmax$/)).toBeVisible();
});

test('the page of examples shows every frame at its full height', async ({ page, address }) => {
  test.slow(); // five apps start at once
  const examples = `${address}docs/embed.html`;
  await page.route(`${examples}*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: readFileSync(path.join(root, 'docs', 'embed.html'), 'utf8'),
    }),
  );
  await page.goto(`${examples}?app=${encodeURIComponent(address)}`);
  const frames = await page.locator('iframe').count();
  expect(frames).toBe(5);
  for (let place = 0; place < frames; place += 1) {
    const frame = page.frameLocator('iframe').nth(place);
    await expect(frame.getByRole('grid').first()).toBeVisible({ timeout: 60_000 });
    await expect
      .poll(() => frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight), {
        timeout: 60_000,
      })
      .toBe(0);
  }
});
