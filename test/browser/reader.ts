/** @file What a reader does in the app, for the browser tests. */
import { expect, type Locator, type Page } from '@playwright/test';

/** The app in a page. */
export class Reader {
  readonly page: Page;
  readonly address: string;

  constructor(page: Page, address: string) {
    this.page = page;
    this.address = address;
  }

  /** Opens a link, and waits until its sentence is translated and can be stepped through. */
  async open(link = ''): Promise<void> {
    await this.page.goto(this.address + link);
    await expect(this.timeline).toBeVisible();
    await this.settled();
  }

  get english(): Locator {
    return this.page.getByLabel('English', { exact: true });
  }

  get french(): Locator {
    return this.page.getByRole('list', { name: 'French' });
  }

  get timeline(): Locator {
    return this.page.locator('#timeline');
  }

  get worksheet(): Locator {
    return this.page.getByRole('region', { name: 'Worksheet', exact: true });
  }

  get narrator(): Locator {
    return this.page.getByRole('complementary', { name: 'Narrator' });
  }

  /** The French words as they are shown, with single spaces. */
  async frenchWords(): Promise<string> {
    return (await this.french.getByRole('button').allTextContents()).join(' ');
  }

  /** Waits until the numbers belong to the sentence. */
  async settled(): Promise<void> {
    await expect(this.page.locator('.french.is-old')).toHaveCount(0);
    await expect(this.page.locator('.run-state')).toHaveCount(0);
  }

  /** The document's title, which holds the step. */
  async at(title: RegExp | string): Promise<void> {
    await expect(this.page).toHaveTitle(title);
  }
}
