/** The door: sign-in, second factor. */
import type { Locator, Page } from 'playwright-core';
import type { Journey } from '../journey.ts';
import { inside } from './shell.ts';

const mailOf = (login: string) => `${login}@contoh.simpul.test`;

export async function giveCredentials(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Surel dinas').fill(mailOf(login));
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** The code that a demonstration shows beside the question for it. */
export async function readCode(page: Page, within: Page | Locator = page): Promise<string> {
  const text = await within
    .locator('section', { has: page.getByRole('heading', { name: 'Kode saat ini' }) })
    .getByText(/^\d{3} ?\d{3}$/)
    .textContent();
  return (text ?? '').replaceAll(/\D/g, '');
}

export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Kode enam angka').fill(code);
  await page.getByRole('button', { name: 'Lanjut' }).click();
}

/** A code works once: where another visit used it, the next one comes within half a minute. */
async function giveFreshCode(page: Page) {
  const refused = page.getByText('Kode tidak cocok');
  let used = '';
  for (const until = Date.now() + 80_000; Date.now() < until;) {
    const now = await readCode(page);
    if (now === used) {
      await page.waitForTimeout(500);
      continue;
    }
    used = now;
    await giveCode(page, now);
    await inside(page).or(refused).first().waitFor();
    if (!(await refused.isVisible())) return;
  }
  throw new Error('no code was taken');
}

/** Shows once more who sits there, where the server asks: with the code of the second factor, or the password. */
export async function confirmSelf(page: Page, password: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Pastikan ini Anda' });
  const code = dialog.getByLabel('Kode enam angka');
  const secret = dialog.getByLabel('Kata sandi', { exact: true });
  const go = dialog.getByRole('button', { name: 'Lanjut' });
  await code.or(secret).first().waitFor();
  if (await secret.isVisible()) {
    await secret.fill(password);
    await go.click();
  } else await confirmByCode(dialog, code, go);
  await dialog.waitFor({ state: 'detached' });
}

/** A code works once: the one that opened the door is refused here, and the next one comes within half a minute. */
async function confirmByCode(dialog: Locator, field: Locator, go: Locator) {
  const refused = dialog.getByText('Kode tidak cocok. Pakai kode yang terbaru.');
  let used = '';
  for (const until = Date.now() + 80_000; Date.now() < until && (await dialog.isVisible());) {
    const now = await readCode(dialog.page(), dialog);
    if (now === used) {
      await dialog.page().waitForTimeout(500);
      continue;
    }
    used = now;
    await field.fill(now);
    const answered = dialog.page().waitForResponse(/step-up/);
    await go.click();
    if ((await answered).ok()) return;
    await refused.waitFor();
  }
  throw new Error('no code was taken');
}

/** A new visitor who signed in as the login called so, with the second factor where there is one. */
export async function signIn(
  at: Journey,
  login: string,
  window?: Parameters<Journey['visit']>[0],
): Promise<Page> {
  const page = await at.visit(window);
  await page.goto('/masuk');
  await giveCredentials(page, login, at.password);
  const asked = page.getByRole('heading', { name: 'Kode kedua' });
  await inside(page).or(asked).first().waitFor();
  if (await asked.isVisible()) await giveFreshCode(page);
  await inside(page).waitFor();
  return page;
}
