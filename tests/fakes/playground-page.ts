/** What a person does at the emulator's page in the browser. */
import type { Page } from 'playwright-core';

/** Writes in the open channel as the person at the page, mentioning the bot. */
export async function writeInChannel(page: Page, text: string): Promise<void> {
  const box = page.getByRole('textbox').first();
  await box.click();
  await page.keyboard.type('@');
  await page.getByRole('menuitem', { name: 'Verkostobotti' }).click();
  await box.locator('.mention').waitFor();
  await page.keyboard.type(` ${text}`);
  await page.getByRole('button', { name: 'Post' }).first().click();
}
