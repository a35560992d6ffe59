/** @file How the browser tests are run: the built app, served from a sub-folder, in an installed Chromium. */
import { defineConfig, devices } from '@playwright/test';
import { browserArguments, findBrowser } from '../../src/cli/setUp/browser.mjs';

const executablePath = await findBrowser();
if (executablePath === undefined) {
  throw new Error('There is no Chromium for the browser tests: run `npm test`, which installs one.');
}

const report = process.env['BROWSER_TEST_REPORT'];

export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/browser-tests',
  globalSetup: './serveBuiltApp.ts',
  forbidOnly: true,
  retries: 0,
  workers: 2,
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ...(report === undefined ? [] : [['json', { outputFile: report }] as const])],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 960 },
    launchOptions: { executablePath, args: browserArguments },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
