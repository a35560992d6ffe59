/** @file The main journey: type a sentence, read its translation, step through it, open a number, share the step. By mouse, then by keyboard alone. */
import { expect, expectNoAxeViolations, test } from './appTest.ts';
import { Reader } from './reader.ts';

test('by mouse: an example, its translation, every stage of a word, a number down to a parameter, a link', async ({
  page,
  address,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const reader = new Reader(page, address);
  await reader.open();
  await page.getByRole('button', { name: 'she is eating a red apple' }).click();
  await expect.poll(() => reader.frenchWords()).toBe('elle mange une pomme rouge');

  await reader.french.getByRole('button', { name: 'rouge' }).click();
  await reader.at('rouge · score · Additive — Lookback');
  const next = page.getByRole('button', { name: /^Next step/ });
  for (const stage of ['softmax', 'context', 'state', 'word']) {
    await next.click();
    await reader.at(`rouge · ${stage} · Additive — Lookback`);
    await expectNoAxeViolations(page);
  }
  await next.click();
  await reader.at('end · score · Additive — Lookback');
  for (let step = 0; step < 5; step += 1) await page.getByRole('button', { name: /^Previous step/ }).click();
  await reader.at('rouge · score · Additive — Lookback');

  const story = reader.narrator.getByRole('heading', { name: 'How was this number computed?' });
  await expect(story).toBeVisible();
  await reader.worksheet.getByRole('button', { name: /^Score of red for rouge/ }).click();
  await expect(page).toHaveURL(/open=e:5:5/);

  await page.getByRole('button', { name: 'Share this step' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#\/1\/additive\?s=she\+is\+eating\+a\+red\+apple&t=5&open=e:5:5&model=[0-9a-f]{8}$/);
});

test('by keyboard alone: type, step, go into a step and out, jump by word, play, come back to the timeline, read the keys', async ({
  page,
  address,
}) => {
  const reader = new Reader(page, address);
  await reader.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the worksheet' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(reader.english).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('The dog is a labrador.');
  await expect.poll(() => reader.frenchWords()).toBe('le chien est un labrador');
  await page.keyboard.press('Enter');
  await expect(reader.timeline).toBeFocused();

  await page.keyboard.press('Home');
  await reader.at('reading · embedding · Additive — Lookback');
  await page.keyboard.press('PageDown');
  await reader.at('le · score · Additive — Lookback');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await reader.at('chien · softmax · Additive — Lookback');
  const announced = page.locator('#step-announcer');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(announced).toHaveText('Word 2 of 5, chien: softmax, at dog. Step 2 of 5.');
  await page.keyboard.press('ArrowUp');
  await expect(announced).toHaveText('Word 2 of 5, chien: softmax. Step 2 of 5.');
  await page.keyboard.press('End');
  await reader.at('end · word · Additive — Lookback');
  await page.keyboard.press('ArrowLeft');
  await reader.at('end · state · Additive — Lookback');

  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await reader.at('reading · forward · Additive — Lookback');
  await page.keyboard.press('Space');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page
    .getByRole('grid', { name: /^Weights/ })
    .getByRole('gridcell')
    .first()
    .focus();
  await page.keyboard.press('Escape');
  await expect(reader.timeline).toBeFocused();
});

test('a grid keeps its own keys', async ({ page, address }) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?t=3&at=softmax');
  const title = await page.title();
  await page.locator('[role=grid] [tabindex="0"]').first().focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'Home', 'End']) await page.keyboard.press(key);
  await reader.at(title);
});

test('switching the mechanism keeps the sentence and the place', async ({ page, address }) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?s=the+dog+is+a+labrador&t=2&at=context');
  await reader.at('chien · context · Additive — Lookback');
  for (const name of ['Dot', 'General', 'Concat', 'Additive']) {
    await page
      .getByRole('navigation', { name: 'Mechanisms and pages' })
      .getByRole('link', { name: new RegExp(`^${name} `) })
      .click();
    await reader.settled();
    await reader.at(`chien · context · ${name} — Lookback`);
    await expect(reader.english).toHaveValue('the dog is a labrador');
  }
});

test('"what if it had said": another word is put in, the translation goes on from there, and it can be undone', async ({
  page,
  address,
}) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?s=the+dog+is+a+labrador&t=1');
  await page.getByRole('button', { name: /^What if it had said something other than le/ }).click();
  await page.getByRole('combobox', { name: 'Any other word of its vocabulary' }).fill('un');
  await expectNoAxeViolations(page);
  await page.getByRole('option', { name: /^un / }).click();
  await expect.poll(() => reader.frenchWords()).toMatch(/^un /);
  await expect(page).toHaveURL(/force=1:un/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => reader.frenchWords()).toBe('le chien est un labrador');
});

test('the beam’s hypotheses are listed, and choosing one shows its trace', async ({ page, address }) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?s=they+bought+a+big+house');
  await page.getByLabel('Beam').selectOption('4');
  const found = page.getByRole('radio');
  await expect(found).toHaveCount(4);
  await reader.settled();
  await found.nth(1).check();
  await reader.settled();
  const second = (await page.locator('.hypothesis').nth(1).locator('[lang=fr]').textContent()) ?? '';
  await expect.poll(async () => (await reader.frenchWords()).replaceAll('’ ', '’')).toBe(second);
});
