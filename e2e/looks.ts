/// <reference lib="dom" />
/** Looking at a page: in both schemes and at both sizes. */
import type { Page } from 'playwright-core';
import { findBarriers, widerThanWindow } from './axe.ts';
import type { Journey } from './journey.ts';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 800 };

/** Loaded: nothing is on its way any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1').first().waitFor();
  // A page that was reached by a link may still show where its rows will stand.
  await page
    .getByRole('status', { name: /^(Memuat|Loading)/ })
    .first()
    .waitFor({ state: 'detached' });
}

/** The page took the scheme over and has painted it. */
async function wear(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100)))),
  );
}

type Look = (how: string) => Promise<void>;

/** The page as it stands, in both schemes and at both sizes. */
async function wearAll(page: Page, look: Look): Promise<void> {
  await settle(page);
  await look('light');
  await wear(page, 'dark');
  await look('dark');
  await page.setViewportSize(phone);
  await look('dark, phone');
  await wear(page, 'light');
  await look('light, phone');
  await page.setViewportSize(desk);
}

/** Barriers of the page as it stands, and whether one must scroll sideways. */
export async function inspectHere(page: Page, picture: Look = async () => {}): Promise<string[]> {
  const address = new URL(page.url()).pathname;
  const found: string[] = [];
  await wearAll(page, async (how) => {
    await picture(how);
    // Two of the four see all: the colours of a scheme are the same at both sizes, a layout in both schemes.
    if (how === 'light' || how === 'dark, phone')
      found.push(...(await findBarriers(page)).map((line) => `${address} ${how}: ${line}`));
    if (await widerThanWindow(page)) found.push(`${address} ${how}: scrolls sideways`);
  });
  return found;
}

/** Pictures of the page as it stands, where they were asked for. */
export async function portray(at: Journey, page: Page, name: string): Promise<void> {
  if (at.pictures) await wearAll(page, (how) => at.picture(page, `${name} ${how}`));
}
