/** @file Links: what is shared opens exactly there, back and forward go by sentence and mechanism, reloading restores everything. */
import { expect, test } from './appTest.ts';
import { Reader } from './reader.ts';

test('a shared link brings another reader to exactly this step, with the same numbers', async ({
  page,
  address,
  browser,
}) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/general?s=The+small+child+sees+the+white+bird.&t=4&at=softmax');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/cell=2/);
  const other = await browser.newPage();
  const friend = new Reader(other, address);
  await friend.open(new URL(page.url()).hash);
  await expect(other).toHaveTitle(await page.title());
  expect(await friend.english.inputValue()).toBe('The small child sees the white bird.');
  expect(await friend.frenchWords()).toBe(await reader.frenchWords());
  expect(await friend.worksheet.innerText()).toBe(await reader.worksheet.innerText());
  expect(await friend.narrator.innerText()).toBe(await reader.narrator.innerText());
  await other.close();
});

test('back and forward go by sentence and mechanism, not by step; the place within each is kept', async ({
  page,
  address,
}) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?s=the+dog+is+a+labrador');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
  await reader.at('le · state · Additive — Lookback');
  await page.getByRole('button', { name: 'they bought a big house' }).click();
  await reader.settled();
  await page.getByRole('link', { name: /^Dot / }).click();
  await reader.settled();
  await page.goBack();
  await reader.settled();
  await reader.at('ils · state · Additive — Lookback');
  await page.goBack();
  await reader.settled();
  await expect(reader.english).toHaveValue('the dog is a labrador');
  await reader.at('le · state · Additive — Lookback');
  await page.goForward();
  await expect(reader.english).toHaveValue('they bought a big house');
});

test('reloading restores everything', async ({ page, address }) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/concat?s=the+dog+is+a+labrador&t=2&at=word&force=2:chat');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/at=context/);
  const [title, words, url] = [await page.title(), await reader.frenchWords(), page.url()];
  await page.reload();
  await reader.settled();
  await reader.at(title);
  await expect.poll(() => reader.frenchWords()).toBe(words);
  expect(page.url()).toBe(url);
});

test('a link that is not understood in full opens, says what was not, and is not lost', async ({
  page,
  address,
}) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?s=the+dog+is+a+labrador&t=02&at=softmax&colour=red');
  await expect(page.getByText('“02” is not a value of “t”')).toBeVisible();
  await expect(page.getByText('Nothing is called “colour”.')).toBeVisible();
  expect(page.url()).toContain('colour=red');
  await page.keyboard.press('ArrowRight');
  await expect(page).not.toHaveURL(/colour/);
  await page.goBack();
  await expect(page).toHaveURL(/colour=red/);
});

test('a link made with other weights says so', async ({ page, address }) => {
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?t=2&model=00000000');
  await expect(page.getByText(/made with other weights of the Additive model \(00000000\)/)).toBeVisible();
});

test('where the clipboard is blocked, the link is shown to be copied by hand', async ({ page, address }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const reader = new Reader(page, address);
  await reader.open('#/1/additive?t=2');
  await page.getByRole('button', { name: 'Share this step' }).click();
  await expect(page.getByRole('dialog').getByLabel('Link')).toHaveValue(
    /#\/1\/additive\?t=2&model=[0-9a-f]{8}$/,
  );
});

test('pages have links: about, and the proof', async ({ page, address }) => {
  await page.goto(`${address}#/1/about/general`);
  await expect(page.getByRole('heading', { level: 1, name: 'About this model' })).toBeVisible();
  await expect(page.getByText('npm run train -- translation --mechanism general')).toBeVisible();
  await page.goto(`${address}#/proof`);
  await expect(page.getByRole('heading', { level: 1, name: 'Proof' })).toBeVisible();
});
