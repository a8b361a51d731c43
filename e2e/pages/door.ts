/** The door: sign-in, second factor. */
import type { Page } from 'playwright-core';
import type { Journey } from '../journey.ts';
import { inside } from './shell.ts';

const mailOf = (login: string) => `${login}@contoh.simpul.test`;

export async function giveCredentials(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('Surel dinas').fill(mailOf(login));
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** The code that a demonstration shows beside the question for it. */
export async function readCode(page: Page): Promise<string> {
  const text = await page
    .locator('section', { has: page.getByRole('heading', { name: 'Kode saat ini' }) })
    .getByText(/^\d{3} ?\d{3}$/)
    .textContent();
  return (text ?? '').replaceAll(/\D/g, '');
}

export async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Kode enam angka').fill(code);
  await page.getByRole('button', { name: 'Lanjut' }).click();
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
  if (await asked.isVisible()) await giveCode(page, await readCode(page));
  await inside(page).waitFor();
  return page;
}
