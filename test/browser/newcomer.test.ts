/** @file The ten questions of docs/newcomer.md: each link opens a step where the page answers in words and in the numbers of its trace. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedModel } from '../../src/cli/shippedModel.ts';
import { root } from '../../src/cli/setUp/run.mjs';
import { narrate, narrateWithout } from '../../src/geometry/narration/narrate.ts';
import type { Line, Story } from '../../src/geometry/narration/narration.ts';
import { createFormatter } from '../../src/messages/formatter.ts';
import { narratorMessages } from '../../src/messages/en/narratorMessages.ts';
import { finish, translate, withoutEach } from '../../src/models/seq2seq/translate.ts';
import { displayToken } from '../../src/tasks/translation/display.ts';
import { decode } from '../../src/url/decode.ts';
import { expect, test } from './appTest.ts';

interface Entry {
  readonly title: string;
  readonly link: string;
  /** The page's own question, or how it begins. */
  readonly question: string;
}

const entries: readonly Entry[] = readFileSync(path.join(root, 'docs/newcomer.md'), 'utf8')
  .split(/^## \d+\. /m)
  .slice(1)
  .map((section) => ({
    title: section.split('\n')[0] ?? '',
    link: /^- Open: `(#[^`]+)`$/m.exec(section)?.[1] ?? '',
    question: /^- There: \*(.+?) ?…?\*$/m.exec(section)?.[1] ?? '',
  }));

const formatter = createFormatter('en');

/** What the narrator has to answer, computed here from the shipped model rather than in the page. */
function answerTo({ link, question }: Entry): string {
  const { state, misunderstood } = decode(link);
  expect(misunderstood, link).toEqual([]);
  const { mechanism, sentence, t, at } = state;
  const { model } = shippedModel(mechanism, path.join(root, 'public/models'));
  const source = sentence.split(' ');
  const made = finish(translate(model, source));
  const story: Story = {
    trace: made.trace,
    source,
    unknown: made.unknown,
    target: made.target.map(displayToken),
    targetWords: model.targetWords.map(displayToken),
    forced: [],
  };
  const cursor = { t, at, cell: 0 };
  const messages = narratorMessages(mechanism);
  const text = (lines: readonly Line[]): string =>
    lines.map(({ key, values }) => formatter.text(messages[key] ?? '', values)).join(' ');
  const found = narrate(story, cursor, mechanism)?.questions.find((one) =>
    text([one.asked]).startsWith(question),
  );
  if (found === undefined) throw new Error(`${link}: the page does not ask “${question}”`);
  if (found.computed === undefined) return text(found.answer);
  const { probability, without } = finish(withoutEach(model, source, made.target.slice(0, t), t - 1));
  const shown = without.map((one) => ({ ...one, likeliest: displayToken(one.likeliest) }));
  return text(narrateWithout(story, cursor, mechanism, { probability, without: shown }));
}

test('the newcomer has ten questions', () => {
  expect(entries).toHaveLength(10);
  expect(new Set(entries.map(({ title }) => title)).size).toBe(10);
});

for (const entry of entries) {
  test(`the page answers in words and numbers: ${entry.title}`, async ({ page, address }) => {
    const answer = answerTo(entry);
    expect(answer, 'an answer with numbers').toMatch(/\d/);
    await page.goto(`${address}${entry.link}`);
    const narrator = page.getByRole('region', { name: 'What happens in this step' });
    const asked = narrator
      .locator('details')
      .filter({ has: page.locator('summary', { hasText: entry.question }) });
    await expect(asked).toHaveCount(1);
    if ((await asked.getAttribute('open')) === null) await asked.locator('summary').click();
    const run = asked.getByRole('button', { name: 'Leave out each word in turn' });
    if ((await run.count()) > 0) await run.click();
    await expect(asked).toContainText(answer);
    await expect(asked.locator('p').first()).toBeVisible();
  });
}
