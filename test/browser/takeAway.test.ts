/** @file "Take it away" in a real browser: each file is opened and checked. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { findPythonWith } from '../../src/cli/setUp/python.mjs';
import { expect, expectNoAxeViolations, test } from './appTest.ts';
import { Reader } from './reader.ts';

const link = '#/1/additive?s=the+black+cat+did+not+drink+the+cold+milk&t=6&at=context';

async function opened(page: Page, address: string, name: string): Promise<Locator> {
  const reader = new Reader(page, address);
  await reader.open(link);
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog.getByRole('img')).toBeVisible();
  return dialog;
}

/** The file that a button of that name saves. */
async function saved(page: Page, dialog: Locator, name: RegExp): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name }).click(),
  ]);
  return readFileSync(await download.path());
}

/** The weights as the page says them exactly. */
async function exactWeights(page: Page): Promise<number[]> {
  const cells = page.locator('.worksheet .sheet-softmax .number');
  return (await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('data-exact') ?? ''))).map(
    (text) => Number(text.replace('\u2212', '-')),
  );
}

test('the worksheet as SVG holds its numbers, and as PNG has the size that it says', async ({
  page,
  address,
}) => {
  const dialog = await opened(page, address, 'Take it away: the worksheet');
  const svg = (await saved(page, dialog, /^Download .*\.svg$/)).toString('utf8');
  // The page's own policy, which a picture elsewhere is not under, lets no document that it makes have a style sheet.
  const shown = await page.evaluate(
    (text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      const root = document.documentElement;
      return {
        errors: document.querySelectorAll('parsererror').length,
        foreign: document.querySelectorAll('foreignObject, image, script').length,
        texts: [...document.querySelectorAll('text')].map((one) => one.textContent),
        size: [Number(root.getAttribute('width')), Number(root.getAttribute('height'))],
      };
    },
    svg.replace(/<style>.*?<\/style>/s, ''),
  );
  expect([shown.errors, shown.foreign]).toEqual([0, 0]);
  const numbers = await page.locator('.worksheet .sheet-core .number').allTextContents();
  expect(numbers).toHaveLength(18);
  expect(shown.texts).toEqual(expect.arrayContaining(numbers));
  for (const scale of [1, 2, 4]) {
    await dialog.getByRole('radio', { name: new RegExp(`^${scale}×`) }).check();
    const png = await saved(page, dialog, /^Download .*\.png$/);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(shown.size.map((side) => side * scale));
  }
});

test('a PNG is drawn with the fonts that the SVG carries', async ({ page, address }) => {
  const dialog = await opened(page, address, 'Take it away: the weights');
  const svg = (await saved(page, dialog, /^Download .*\.svg$/)).toString('utf8');
  expect(svg.match(/font\/woff2;base64,/g)).toHaveLength(3);
  const differing = await page.evaluate(async (text) => {
    const pixels = async (drawn: string): Promise<Uint8ClampedArray> => {
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([drawn], { type: 'image/svg+xml' }));
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, canvas.width, canvas.height).data;
    };
    const [own, other] = [await pixels(text), await pixels(text.replace(/<style>.*?<\/style>/s, ''))];
    return own.reduce((count, value, k) => count + (value === other[k] ? 0 : 1), 0);
  }, svg);
  expect(differing).toBeGreaterThan(1000);
});

test('the programs, the table and the case file give the numbers of the page', async ({ page, address }) => {
  const python = findPythonWith('numpy');
  if (python === undefined)
    throw new Error('There is no Python with NumPy: run `npm test`, which installs one.');
  const dialog = await opened(page, address, 'Take it away: the worksheet');
  const weights = await exactWeights(page);
  expect(weights).toHaveLength(9);
  const tab = async (name: string): Promise<string> => {
    await dialog.getByRole('tab', { name }).click();
    return (await saved(page, dialog, /^Download /)).toString('utf8');
  };
  const run = spawnSync(python, ['-'], { input: await tab('NumPy'), encoding: 'utf8' });
  expect(run.stderr).toBe('');
  const printed = JSON.parse(/^alpha = (.*)$/m.exec(run.stdout)?.[1] ?? '[]') as number[];
  printed.forEach((weight, j) => expect(Math.abs(weight - (weights[j] ?? 2))).toBeLessThan(1e-9));
  expect(printed).toHaveLength(9);
  const [head = '', , alpha = ''] = (await tab('Table')).split('\r\n');
  expect(head).toBe(',the,black,cat,did,not,drink,the,cold,milk');
  expect(alpha.split(',').slice(1).map(Number)).toEqual(weights);
  const file = JSON.parse(await tab('Case file')) as { expected: { alpha: { data: number[] } } };
  expect(file.expected.alpha.data).toEqual(weights);
  expect(await tab('PyTorch')).toContain('torch.set_default_dtype(torch.float64)');
  expect(await tab('LaTeX')).toContain('\\begin{align*}');
});

test('the dialog works by keyboard, and gives the focus back', async ({ page, address }) => {
  const dialog = await opened(page, address, 'Take it away: the scores');
  await dialog.getByRole('tab', { name: 'Picture' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('tab', { name: 'PyTorch' })).toBeFocused();
  await expect(dialog.getByText('import torch')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Take it away: the scores', exact: true })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any format, ${colorScheme}`, async ({ page, address }) => {
    await page.emulateMedia({ colorScheme });
    const dialog = await opened(page, address, 'Take it away: the worksheet');
    await expectNoAxeViolations(page);
    for (const name of ['NumPy', 'PyTorch', 'LaTeX', 'Table', 'Case file']) {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Take it away: the worksheet', exact: true }).press('Enter');
      await dialog.getByRole('tab', { name }).click();
      await expect(dialog.getByRole('region', { name: /^Preview/ })).toBeVisible();
      await expectNoAxeViolations(page);
    }
  });
}

for (const format of ['A4', 'Letter']) {
  test(`prints the worksheet and its matrices on one page of ${format}`, async ({ page, address }) => {
    const reader = new Reader(page, address);
    await reader.open(link);
    await expect(page.getByRole('grid', { name: /Weights/ })).toBeVisible();
    const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
}
