/** @file The test function of the browser tests: every test that uses it fails on any message or violation of its page. */
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

declare global {
  /** A property of the page's window, which `watch` puts there. */
  var reportViolation: ((text: string) => void) | undefined;
}

interface AppFixtures {
  /** What went wrong in the page: console errors and warnings, errors nobody caught, violations, failed or foreign requests. */
  readonly complaints: string[];
  /** The address of the built app, with a slash at the end. */
  readonly address: string;
}

/** Playwright's `test`, with the app's address, and with a page that may not complain. */
export const test = base.extend<AppFixtures>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
  address: async ({}, use) => {
    const address = process.env['APP_ADDRESS'];
    if (address === undefined) throw new Error('The built app is not served: serveBuiltApp.ts did not run.');
    await use(address);
  },
  complaints: [
    async ({ page, address }, use) => {
      const complaints: string[] = [];
      await watch(page, new URL(address).origin, complaints);
      await use(complaints);
      expect(complaints, 'complaints of the page').toEqual([]);
    },
    { auto: true },
  ],
});

/** Notes everything that a page without faults does not do. */
async function watch(page: Page, origin: string, complaints: string[]): Promise<void> {
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`error that nobody caught: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request failed (${reason}): ${request.url()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin) {
      complaints.push(`request to another host: ${request.url()}`);
    }
  });
  await page.exposeFunction('reportViolation', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.reportViolation?.(
        `securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
}

/** Fails with a readable list when axe finds a violation of WCAG 2.2 A or AA, or of its best practices, in the page as it is. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const readable = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(readable, 'violations that axe found').toEqual([]);
}

export { expect };
