/** @file The same app on a phone, on a projector, in the dark, in forced colours, without motion; axe finds nothing in any of them. */
import { devices } from '@playwright/test';
import { expect, expectNoAxeViolations, test } from './appTest.ts';
import { Reader } from './reader.ts';

/** Steps of every kind, in light: reading, each stage of a word, inside a step, the end. In the dark, one with each colour. */
const places = {
  light: [
    't=0',
    't=0&at=backward',
    't=6',
    't=6&at=softmax&cell=3',
    't=6&at=context',
    't=6&at=state',
    't=6&at=word',
    't=11',
  ],
  dark: ['t=0&at=backward', 't=6&at=context', 't=6&at=word'],
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const place of places[colorScheme]) {
    test(`axe finds nothing at ${place}, ${colorScheme}`, async ({ page, address }) => {
      await page.emulateMedia({ colorScheme });
      const reader = new Reader(page, address);
      await reader.open(`#/1/additive?${place}`);
      await expectNoAxeViolations(page);
    });
  }
}

test('axe finds nothing where there is something to say: unknown words, a beam, an empty field, too many words', async ({
  page,
  address,
}) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/dot?s=The+zebra+didn%27t+drink&beam=3');
  await expect(page.getByRole('button', { name: /^Put .* in place of zebra/ }).first()).toBeVisible();
  await expectNoAxeViolations(page);
  await reader.english.fill('');
  await expect(page.getByText('Type an English sentence, or take one of the examples.')).toBeVisible();
  await expectNoAxeViolations(page);
  await reader.english.fill('cat '.repeat(70));
  await expect(page.getByRole('alert')).toContainText('That is 70 words.');
  await expectNoAxeViolations(page);
});

test('axe finds nothing in dialogs, menus and pages', async ({ page, address }) => {
  const reader = new Reader(page, address);
  await reader.open();
  await page.getByRole('button', { name: 'Words it knows' }).click();
  await expect(page.getByRole('dialog', { name: 'Words that the model knows' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');
  for (const name of ['About this model', 'Proof']) {
    await page.getByRole('navigation', { name: 'Mechanisms and pages' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    if (name === 'Proof') await expect(page.getByText(/within their tolerance/)).toBeVisible();
    await expectNoAxeViolations(page);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the experiment of sentence length, with a sentence open, nor in the cutting of one, ${colorScheme}`, async ({
    page,
    address,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${address}#/1/experiment/length?range=7&left=dot`);
    await expect(page.locator('.length-verdict')).toHaveCount(2);
    for (const summary of await page.locator('.length summary').all()) await summary.click();
    await expectNoAxeViolations(page);
    for (const step of [0, 9, 23]) {
      await page.goto(`${address}#/1/experiment/segmentation?step=${step}`);
      await expect(page.locator('.length-verdict')).toHaveCount(2);
      await expectNoAxeViolations(page);
    }
  });
}

test('the theme follows the system, can be set, and is remembered', async ({ page, address }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const reader = new Reader(page, address);
  await reader.open();
  const background = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await background()).toBe('rgb(18, 20, 23)');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  expect(await background()).toBe('rgb(251, 251, 250)');
  await page.reload();
  await expect(reader.timeline).toBeVisible();
  expect(await background()).toBe('rgb(251, 251, 250)');
});

test('where storage is blocked, the app works and the theme holds until the page is closed', async ({
  page,
  address,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  const reader = new Reader(page, address);
  await reader.open();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('without motion nothing moves', async ({ page, address }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?t=6');
  for (let step = 0; step < 4; step += 1) {
    await page.keyboard.press('ArrowRight');
    const moving = await page.evaluate(
      () =>
        document
          .getAnimations()
          .filter(
            (one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 1,
          ).length,
    );
    expect(moving).toBe(0);
  }
  await expectNoAxeViolations(page);
});

test('in forced colours the app can be read and stepped through', async ({ page, address }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?t=6');
  await page.keyboard.press('ArrowRight');
  await reader.at(/softmax/);
  await expectNoAxeViolations(page);
});

test('present mode hides the rails, enlarges the type, and Escape from the timeline leaves it', async ({
  page,
  address,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?t=6&at=softmax');
  const height = async (): Promise<number> =>
    (await reader.worksheet.getByText('softmax', { exact: true }).first().boundingBox())?.height ?? 0;
  const before = await height();
  await page.getByRole('button', { name: 'Present' }).click();
  await expect(page).toHaveURL(/view=present/);
  await expect(page.getByRole('navigation', { name: 'Mechanisms and pages' })).toBeHidden();
  expect(await height()).toBeGreaterThan(1.2 * before);
  await expectNoAxeViolations(page);
  await reader.timeline.focus();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/view=present/);
});

test('the language of every French word is marked', async ({ page, address }) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?t=6&at=word');
  for (const word of ['chat', 'noir', 'froid']) {
    const unmarked = await page
      .getByText(word, { exact: true })
      .evaluateAll((found) =>
        found
          .filter((element) => element.closest('[lang]')?.getAttribute('lang') !== 'fr')
          .map((element) => element.outerHTML),
      );
    expect(unmarked).toEqual([]);
  }
});

test.describe('on a phone', () => {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 5'];
  test.use({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });

  test('one column: type, step by touch, open a number; the timeline stays in sight', async ({
    page,
    address,
  }) => {
    const reader = new Reader(page, address);
    await reader.open();
    await reader.english.fill('the dog is a labrador');
    await expect.poll(() => reader.frenchWords()).toBe('le chien est un labrador');
    await page.getByRole('button', { name: /^Next step/ }).tap();
    await reader.at(/^le · softmax/);
    await reader.narrator.scrollIntoViewIfNeeded();
    await expect(reader.timeline).toBeInViewport();
    await expectNoAxeViolations(page);
  });

  test('the list of mechanisms is a menu', async ({ page, address }) => {
    const reader = new Reader(page, address);
    await reader.open();
    const rail = page.getByRole('navigation', { name: 'Mechanisms and pages' });
    await expect(rail).toBeHidden();
    await page.getByRole('button', { name: 'Mechanisms' }).tap();
    await expectNoAxeViolations(page);
    await rail.getByRole('link', { name: /^General/ }).tap();
    await reader.settled();
    await reader.at(/General/);
    await expect(rail).toBeHidden();
  });

  for (const width of [320, 390]) {
    test(`nothing but the worksheet and the matrices scrolls sideways at ${width} pixels, and targets are large enough`, async ({
      page,
      address,
    }) => {
      await page.setViewportSize({ width, height: 700 });
      const reader = new Reader(page, address);
      for (const link of ['#/1/additive?t=6&at=softmax', '#/1/about/additive', '#/1/proof']) {
        if (link.includes('?')) await reader.open(link);
        else await page.goto(address + link);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, link).toBeLessThanOrEqual(0);
      }
      await reader.open('#/1/additive?t=6&at=softmax');
      const small = await page
        .locator('.header button, .tools button, .steps button')
        .evaluateAll((buttons) =>
          buttons
            .filter((button) => button.getBoundingClientRect().width > 0)
            .filter(
              (button) =>
                Math.min(button.getBoundingClientRect().width, button.getBoundingClientRect().height) < 43.5,
            )
            .map((button) => button.ariaLabel ?? button.textContent),
        );
      expect(small).toEqual([]);
    });
  }
});
