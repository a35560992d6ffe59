/** @file The worker under stress: killed, cancelled, out of reach. */
import type { Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './appTest.ts';
import { Reader } from './reader.ts';

declare global {
  /** The workers that the page has started, in order. */
  var startedWorkers: Worker[];
  /** Whether requests to translate are kept from the worker. */
  var holdTranslations: boolean;
}

/** Lets the test see the page's workers, and hold messages back. */
async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.startedWorkers = [];
    globalThis.holdTranslations = false;
    const Native = globalThis.Worker;
    globalThis.Worker = class extends Native {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        globalThis.startedWorkers.push(this);
      }

      override postMessage(message: unknown, transfer: unknown = []): void {
        const { request } = message as { request?: { kind: string } };
        if (globalThis.holdTranslations && request?.kind === 'translate') return;
        super.postMessage(message, transfer as Transferable[]);
      }
    };
  });
}

test('a worker that crashes is started again, the request is repeated, and nothing that was typed is lost', async ({
  page,
  address,
}) => {
  await watchWorkers(page);
  const reader = new Reader(page, address);
  await reader.open();
  await page.evaluate(() => (globalThis.holdTranslations = true));
  await reader.english.fill('the dog is a labrador');
  await page.evaluate(() => {
    globalThis.holdTranslations = false;
    const [worker] = globalThis.startedWorkers;
    worker?.terminate();
    worker?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
  });
  await expect.poll(() => reader.frenchWords()).toBe('le chien est un labrador');
  await expect(page.getByText(/^The worker that computes had stopped\. It was started again/)).toBeVisible();
  await expect(reader.english).toHaveValue('the dog is a labrador');
  expect(await page.evaluate(() => globalThis.startedWorkers.length)).toBe(2);
  await expectNoAxeViolations(page);
});

test('a worker that falls silent is noticed and replaced', async ({ page, address }) => {
  await watchWorkers(page);
  const reader = new Reader(page, address);
  await reader.open();
  await page.evaluate(() => globalThis.startedWorkers[0]?.terminate());
  await reader.english.fill('the dog is a labrador');
  await expect(reader.english).toHaveValue('the dog is a labrador');
  await expect(page.getByText('The French and the numbers below')).toHaveCount(0);
  await expect.poll(() => reader.frenchWords(), { timeout: 30_000 }).toBe('le chien est un labrador');
  await expect(page.getByText(/^The worker that computes had stopped/)).toBeVisible();
});

test('typing while a trace is computed gives the former one up, and the last sentence wins', async ({
  page,
  address,
}) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?beam=8');
  await reader.english.fill('the small child does not see the white bird because the big tree hides the sky');
  await expect(page.locator('.french')).toHaveClass(/is-old/);
  await reader.english.fill('the dog is a labrador');
  await expect.poll(() => reader.frenchWords()).toBe('le chien est un labrador');
  await reader.settled();
  expect(await reader.frenchWords()).toBe('le chien est un labrador');
});

test('work that takes long shows its progress and can be cancelled, and begun again', async ({
  page,
  address,
}) => {
  const reader = new Reader(page, address);
  await reader.open();
  let arrive = (): void => undefined;
  const held = new Promise<void>((resume) => (arrive = resume));
  await page.route('**/models/general.bin*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('link', { name: /^General/ }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText(/^These numbers belong to the sentence before/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^Cancelled\./)).toBeVisible();
  arrive();
  await page.getByRole('button', { name: 'Try again' }).click();
  await reader.settled();
  await reader.at(/General/);
});

test('offline, the app says that the model could not be loaded, and loads it when asked again', async ({
  page,
  address,
  context,
  complaints,
}) => {
  const reader = new Reader(page, address);
  await reader.open();
  await context.setOffline(true);
  await page.getByRole('link', { name: /^General/ }).click();
  await expect(page.getByRole('alert')).toContainText('this device seems to be offline');
  await expect(page.getByRole('alert')).toContainText('Your sentence and all your settings are kept.');
  await expectNoAxeViolations(page);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await reader.settled();
  await reader.at(/General/);
  // The browser itself reports requests that fail: here that is what was asked for.
  complaints.length = 0;
});

test('a part of the page that cannot be loaded says so, and the rest can be used', async ({
  page,
  address,
  complaints,
}) => {
  await page.route('**/assets/Scene-*.js', (route) => route.abort());
  await page.goto(address);
  await expect(page.getByRole('alert').first()).toContainText('This part of the page could not be loaded');
  await page.unroute('**/assets/Scene-*.js');
  await page.getByRole('button', { name: 'Reload the page' }).first().click();
  await expect(page.locator('#timeline')).toBeVisible();
  // That a file was kept away is what was asked for.
  complaints.length = 0;
});

test('the page’s thread is never blocked: a key is echoed while eight hypotheses of a long sentence are computed', async ({
  page,
  address,
}) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?beam=8');
  const long = 'the small child does not see the white bird because the big tree hides the sky';
  await reader.english.fill(`${long} and ${long} and ${long}`);
  await reader.english.press('End');
  await page.keyboard.type('.');
  await expect(reader.english).toHaveValue(/sky\.$/);
});
