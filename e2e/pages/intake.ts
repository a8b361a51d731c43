/** What a data contact does: hands a file in, answers what it does not say, takes it in, answers for the quarter. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { title } from './shell.ts';

const examples = path.join(import.meta.dirname, '../../examples');
const asks = /pertanyaan sebelum/;
const checked = /perlu diperbaiki|siap diterima/;

/** A file of examples/, by its name, or one made for the occasion. */
export type Handed = string | Buffer;

/** Hands a file in for a quarter; true where Simpul asks what the file does not say. */
export async function handIn(page: Page, file: Handed, quarter: string): Promise<boolean> {
  await page.goto('/impor');
  await page.getByRole('combobox', { name: 'Triwulan' }).selectOption(quarter);
  await page
    .locator('input[type="file"]')
    .setInputFiles(
      typeof file === 'string'
        ? path.join(examples, file)
        : { name: 'berkas.csv', mimeType: 'text/csv', buffer: file },
    );
  await page.waitForURL(/\/impor\/[0-9a-f-]{36}/);
  const asked = title(page).getByText(asks);
  await asked.or(title(page).getByText(checked)).waitFor({ timeout: 60_000 });
  return asked.isVisible();
}

/** Answers for all rows the sex the file has no column for, and waits until the rows are checked. */
export async function answerSex(page: Page, sex: string): Promise<void> {
  await page
    .getByRole('group', { name: 'Atau satu jawaban untuk semua baris' })
    .getByLabel(sex, { exact: true })
    .check();
  await page.getByRole('button', { name: 'Periksa baris' }).click();
  await title(page).getByText(checked).waitFor({ timeout: 60_000 });
}

/** How many rows stand ready; takes all of them in. */
export async function takeIn(page: Page): Promise<number> {
  const rows = Number.parseInt((await title(page).textContent()) ?? '');
  const act = `Terima ${rows} baris`;
  await page.getByRole('button', { name: act }).click();
  await page.getByRole('dialog').getByRole('button', { name: act }).click();
  await title(page).getByText(`${rows} baris diterima untuk`).waitFor({ timeout: 60_000 });
  return rows;
}

/** From the accepted import to the signature under the quarter. */
export async function answerFor(page: Page, rows: number): Promise<void> {
  await page.getByRole('link', { name: 'Verifikasi baris' }).click();
  await page.waitForURL(/\/verifikasi/);
  const dialog = page.getByRole('dialog');
  const confirm = `Konfirmasi ${rows} baris`;
  await page.getByRole('button', { name: confirm, exact: true }).click();
  await dialog.getByRole('button', { name: confirm }).click();
  await title(page)
    .getByText(/^Semua baris .* sudah diperiksa$/)
    .waitFor();
  await page.getByRole('button', { name: 'Sahkan triwulan' }).click();
  const sign = dialog.getByRole('button', { name: 'Sahkan triwulan' });
  await sign.click();
  // Nobody signs by a slip: the declaration comes first.
  await dialog.getByText('Centang pernyataannya dahulu').waitFor();
  await dialog.getByLabel(/Saya menyatakan baris di atas lengkap/).check();
  await sign.click();
  await title(page)
    .getByText(/sudah disahkan$/)
    .waitFor();
}

export interface Mistake {
  cause: string;
  rows: number;
}

/** What keeps a file out, by cause, in the order of the page. */
export async function readMistakes(page: Page): Promise<Mistake[]> {
  const section = page.getByRole('region', { name: /^Perbaiki \d+ baris$/ });
  const heads = await section
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3 }) })
    .all();
  return Promise.all(
    heads.map(async (head) => ({
      cause: ((await head.getByRole('heading', { level: 3 }).textContent()) ?? '').trim(),
      rows: Number(/(\d+) baris/.exec((await head.textContent()) ?? '')?.[1]),
    })),
  );
}

/** Rows of a quarter that were taken in so far. */
export async function rowsAtHand(page: Page, quarter: string): Promise<number> {
  await page.goto(`/verifikasi?periode=${quarter}`);
  const none = title(page).getByText(/^Belum ada baris untuk/);
  const found = page.getByRole('heading', { name: /^\d+ baris, triwulan/ });
  await none.or(found).first().waitFor();
  if (await none.isVisible()) return 0;
  return Number.parseInt((await found.textContent()) ?? '');
}

export async function cancelImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Batalkan impor' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan impor' }).click();
  await title(page).getByText('Impor ini dibatalkan').waitFor();
}
