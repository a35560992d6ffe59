/** @file “Train it yourself” in a real browser: to the end, paused, scrubbed back, kept, reloaded, exported, imported; by keyboard; axe. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './appTest.ts';

/** A run of a second or two. */
const small = '#/1/train?width=16&steps=400&data=1000&longest=5&s=1234';

class Trainer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get state(): Locator {
    return this.page.locator('.train-state');
  }

  get checkpoint(): Locator {
    return this.page.getByLabel('Checkpoint', { exact: true });
  }

  get checkpointText(): Locator {
    return this.page.locator('.train-scrub-value');
  }

  get writes(): Locator {
    return this.page.locator('.train-output');
  }

  get worksheet(): Locator {
    return this.page.getByRole('region', { name: 'Worksheet', exact: true });
  }

  /** What the model of the worksheet wrote, when its numbers are there. */
  async written(): Promise<string> {
    await expect(this.page.locator('.worksheet.is-old')).toHaveCount(0);
    const words = this.worksheet.locator('.target-words li:not(.target-end) button');
    return (await words.allTextContents()).join('');
  }

  async open(address: string, link = small): Promise<void> {
    await this.page.goto(address + link);
    await expect(this.state).toContainText('Paused');
  }

  async train(): Promise<void> {
    await this.button('Start').click();
    await expect(this.state).toContainText('Done');
  }
}

test('a task is learned to the end, and scrubbing back shows the numbers of that moment', async ({
  page,
  address,
}) => {
  const trainer = new Trainer(page);
  await trainer.open(address);
  await expect(trainer.checkpointText).toContainText('Step 0');
  const first = await trainer.written();
  await trainer.train();
  await expect(trainer.state).toContainText('step 400 of 400');
  await expect(trainer.checkpointText).toContainText('Step 400');
  await expect(trainer.writes).toHaveText('4321');
  await expect.poll(() => trainer.written()).toBe('4321');
  await expect(page.getByRole('row').filter({ hasText: 'right' }).first()).toBeVisible();
  await trainer.checkpoint.focus();
  await page.keyboard.press('Home');
  await expect(trainer.checkpointText).toContainText('Step 0');
  await expect.poll(() => trainer.written()).toBe(first);
  await expect(page.locator('.train-of')).toHaveText('This run at step 0');
  await trainer.button('Newest').click();
  await expect.poll(() => trainer.written()).toBe('4321');
  await expectNoAxeViolations(page);
});

test('a run is paused, stepped by one, and goes on; the same link gives the same model', async ({
  page,
  address,
}) => {
  const trainer = new Trainer(page);
  await trainer.open(address, small.replace('steps=400', 'steps=3000'));
  await trainer.button('One step').click();
  await expect(trainer.state).toContainText('Paused · step 1 of 3,000');
  await trainer.button('Go on').click();
  await trainer.button('Pause').click();
  await expect(trainer.state).toContainText('Paused · step');
  await trainer.button('Go on').click();
  await expect(trainer.state).toContainText('Done');
  const interrupted = await trainer.checkpointText.textContent();
  const number = await page.locator('.story-exact').textContent();
  await page.reload();
  await expect(trainer.state).toContainText('Paused · step 0');
  await trainer.train();
  await expect(trainer.checkpointText).toHaveText(interrupted ?? '');
  await expect(page.locator('.story-exact')).toHaveText(number ?? '');
});

test('a model is kept, found again after a reload, exported, forgotten and imported, and writes the same', async ({
  page,
  address,
}, info) => {
  const trainer = new Trainer(page);
  await trainer.open(address);
  await trainer.train();
  await expect.poll(() => trainer.written()).toBe('4321');
  await page.getByLabel('Name', { exact: true }).fill('My reverser');
  await trainer.button('Keep on this device').click();
  await expect(page.getByText('My reverser is kept on this device.')).toBeVisible();
  const number = await page.locator('.story-exact').textContent();
  await page.reload();
  await page.getByRole('radio', { name: /My reverser/ }).check();
  await expect.poll(() => trainer.written()).toBe('4321');
  await expect(page.locator('.story-exact')).toHaveText(number ?? '');
  const downloading = page.waitForEvent('download');
  await trainer.button('Export as a file').click();
  const file = info.outputPath('model.json');
  await (await downloading).saveAs(file);
  await trainer.button('Forget My reverser').click();
  await expect(page.getByRole('radio', { name: /My reverser/ })).toHaveCount(0);
  await page.reload();
  await expect(trainer.state).toContainText('Paused');
  await expect(page.getByRole('radio', { name: /My reverser/ })).toHaveCount(0);

  const field = page.getByLabel('Import a file', { exact: true }).and(page.locator('input'));
  const broken = info.outputPath('broken.json');
  writeFileSync(
    broken,
    readFileSync(file, 'utf8')
      .replace('"decoder":16', '"decoder":24')
      .replace('"decoder": 16', '"decoder": 24'),
  );
  await field.setInputFiles(broken);
  await expect(
    page.getByText(/The file was not imported\. numbers: there are \d+; expected \d+/),
  ).toBeVisible();
  await field.setInputFiles(file);
  await expect(page.getByText('My reverser is imported and kept on this device.')).toBeVisible();
  await expect.poll(() => trainer.written()).toBe('4321');
  await expect(page.locator('.story-exact')).toHaveText(number ?? '');
});

test('all of it can be done by keyboard', async ({ page, address }) => {
  const trainer = new Trainer(page);
  await trainer.open(address);
  await trainer.button('Start').focus();
  await page.keyboard.press('Enter');
  await expect(trainer.state).toContainText('Done');
  await expect.poll(() => trainer.written()).toBe('4321');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await expect(page.locator('.worksheet-head')).toContainText(/./);
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  await expect(trainer.worksheet.locator('.target-word[aria-current=step]')).toHaveText('4');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(trainer.worksheet.locator('.target-word[aria-current=step]')).toHaveText('3');
});

test('settings are changed before a run and tell when they differ from it', async ({ page, address }) => {
  const trainer = new Trainer(page);
  await trainer.open(address);
  await page.getByLabel('Attention', { exact: true }).selectOption('none');
  await expect(page).toHaveURL(/mechanism=none/);
  await trainer.train();
  await expect(page.getByText('This model has no attention')).toBeVisible();
  await page.getByLabel('Task', { exact: true }).selectOption('copy');
  await expect(page.getByText('These settings differ from those of the run below')).toBeVisible();
  await trainer.button('Start anew').click();
  await expect(trainer.state).toContainText('Paused · step 0');
  await page.getByLabel('Seed', { exact: true }).fill('x');
  await expect(page.getByText('A whole number from 0 to 999,999.')).toBeVisible();
  await expectNoAxeViolations(page);
});

test('the dates model reads any date that is typed, up to forty columns', async ({ page, address }) => {
  const trainer = new Trainer(page);
  await page.goto(`${address}#/1/train?task=dates&show=shipped`);
  await expect.poll(() => trainer.written()).toBe('2009-05-03');
  const field = page.getByLabel('Watch it write for', { exact: true });
  await field.fill('Le  mercredi 23 SEPTEMBRE 2026');
  await expect(page.getByText('read as')).toContainText('le mercredi 23 septembre 2026');
  await expect.poll(() => trainer.written()).toBe('2026-09-23');
  // “What if it had written 1 first?” It goes on from there; then it writes for itself again.
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Home');
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight');
  await trainer.worksheet.getByRole('button', { name: /What if it had said 1/ }).click();
  await expect.poll(() => trainer.written()).toMatch(/^1/);
  await trainer.button('Let it write for itself').click();
  await expect.poll(() => trainer.written()).toBe('2026-09-23');
  await field.fill('x'.repeat(45));
  await expect(page.getByText('Only the first 40 symbols are read')).toBeVisible();
  await field.fill('1 may 2009 ☃');
  await expect(page.getByText('The task does not know “☃”')).toBeVisible();
  await expect.poll(() => trainer.written()).toMatch(/^2009-05-01/);
  await expectNoAxeViolations(page);
});

test('where the device has no room, that is told, and the model can be used and exported all the same', async ({
  page,
  address,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  const trainer = new Trainer(page);
  await trainer.open(address);
  await trainer.train();
  await page.getByLabel('Name', { exact: true }).fill('Too large');
  await trainer.button('Keep on this device').click();
  await expect(page.getByText('The device has no room left for it.')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Too large/ })).toBeChecked();
  await expect.poll(() => trainer.written()).toBe('4321');
  const downloading = page.waitForEvent('download');
  await trainer.button('Export as a file').click();
  expect((await downloading).suggestedFilename()).toBe('Too-large.lookback.json');
});

test.describe('in the dark, on a phone', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 390, height: 844 } });

  test('axe finds nothing in the page of training and in that of dates', async ({ page, address }) => {
    const trainer = new Trainer(page);
    await trainer.open(address);
    await trainer.train();
    await expectNoAxeViolations(page);
    await page.goto(`${address}#/1/train?task=dates&show=shipped`);
    await expect.poll(() => trainer.written()).toBe('2009-05-03');
    await expectNoAxeViolations(page);
  });
});
