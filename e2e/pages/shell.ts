/** The frame around every page: rail, person menu. */
import type { Page } from 'playwright-core';

export const rail = (page: Page) => page.getByRole('navigation', { name: /^(Utama|Main)$/ });

/** Signed in: the rail stands, or on a phone the button that opens it. */
export const inside = (page: Page) =>
  rail(page)
    .or(page.getByRole('button', { name: 'Menu', exact: true }))
    .first();
export const title = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });

/** Entries of the rail in the order they stand there. */
export async function railEntries(page: Page): Promise<string[]> {
  const entries = await rail(page).getByRole('listitem').allTextContents();
  return entries.map((text) => text.trim());
}

export async function openPersonMenu(page: Page): Promise<void> {
  await page.locator('header').locator('button[aria-expanded]').last().click();
}

export async function signOut(page: Page): Promise<void> {
  await openPersonMenu(page);
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.waitForURL(/\/masuk/);
}
