/** @file "Take it away" on the page: what is offered, what is copied, what is said. */
import { act, configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attentionAt } from '../../src/geometry/attention.ts';
import { runCase } from '../../src/models/cases/run.ts';
import { renderApp } from './rig.tsx';

// The dialog and its formats are loaded when they are asked for.
configure({ asyncUtilTimeout: 30_000 });

const link = '#/1/additive?s=the+dog+sleeps&t=2&at=softmax';

// Pictures are drawn with the machine's fonts here: files of fonts belong to the built app.
const noFonts = Promise.resolve(null);
vi.mock('../../src/app/takeAway/loadFonts.ts', () => ({ loadFonts: () => noFonts }));

/** What jsdom does not have: addresses of blobs. */
beforeEach(() => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:a', revokeObjectURL: vi.fn() }));
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function opened(name = 'Take it away: the worksheet') {
  const rig = await renderApp({ link });
  const user = userEvent.setup();
  const button = await screen.findByRole('button', { name });
  await act(() => user.click(button));
  const dialog = await screen.findByRole('dialog', { name });
  return { rig, user, dialog };
}

/** Presses Copy in the tab of that name; what is on the clipboard then. */
async function copied({ user, dialog }: Awaited<ReturnType<typeof opened>>, tab: string): Promise<string> {
  await user.click(await within(dialog).findByRole('tab', { name: tab }));
  await user.click(await within(dialog).findByRole('button', { name: 'Copy' }));
  await within(dialog).findByText('Copied');
  return navigator.clipboard.readText();
}

describe('"Take it away" at the worksheet', () => {
  it('offers a picture and every format of text, with a preview of each', async () => {
    const { dialog, user } = await opened();
    const tabs = await within(dialog).findAllByRole('tab');
    expect(tabs.map((tab) => tab.textContent)).toEqual([
      'Picture',
      'NumPy',
      'PyTorch',
      'LaTeX',
      'Table',
      'Case file',
    ]);
    expect(await within(dialog).findByRole('img', { name: /Weights: the 0\.\d+/ })).toBeInTheDocument();
    for (const [tab, beginning] of [
      ['NumPy', /import numpy as np/],
      ['PyTorch', /import torch/],
      ['LaTeX', /\\begin\{align\*\}/],
      ['Table', /^,the,dog,sleeps/],
      ['Case file', /"mechanism": "additive"/],
    ] as const) {
      await user.click(within(dialog).getByRole('tab', { name: tab }));
      expect((await within(dialog).findByRole('region', { name: /^Preview/ })).textContent).toMatch(
        beginning,
      );
    }
  });

  it('copies all of a format, however little of it is shown', async () => {
    const there = await opened();
    const { trace } = there.rig.store.getState().shown?.scene ?? {};
    if (trace === undefined) throw new Error('nothing is shown');
    const file = await copied(there, 'Case file');
    expect(runCase(JSON.parse(file)).verdict).toMatchObject({ pass: true });
    const table = await copied(there, 'Table');
    const [, , alpha = ''] = table.split('\r\n');
    const weights = alpha.split(',').slice(1).map(Number);
    expect(weights).toEqual([...(attentionAt(trace, 1).weights?.values ?? [])]);
    const numpy = await copied(there, 'NumPy');
    expect(numpy).not.toContain('…');
    expect(numpy).toContain('print("alpha =", alpha.tolist())');
  });

  it('says where the browser does not let it copy', async () => {
    const { dialog, user } = await opened();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await user.click(await within(dialog).findByRole('tab', { name: 'LaTeX' }));
    await user.click(await within(dialog).findByRole('button', { name: 'Copy' }));
    expect(await within(dialog).findByText(/did not let us copy/)).toBeInTheDocument();
  });
});

describe('"Take it away" at a matrix', () => {
  it.each([
    ['Take it away: the scores', 'e'],
    ['Take it away: the weights', 'alpha'],
  ])('%s: takes all rows', async (name, tensor) => {
    const there = await opened(name);
    const rows = there.rig.store.getState().shown?.scene.target.length ?? 0;
    expect(JSON.parse(await copied(there, 'Case file'))).toMatchObject({
      expected: { [tensor]: { shape: [rows, 3] } },
    });
    expect(await copied(there, 'NumPy')).toContain('for s_t in s');
  });
});
