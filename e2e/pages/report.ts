/** What a secretariat and a chair do with the January report. */
import type { Page } from 'playwright-core';
import { fetchPaper, type Paper } from './papers.ts';
import { title } from './shell.ts';

/** Makes the official record of an agreed round of a year. */
export async function makeRecord(page: Page, year: number): Promise<void> {
  await page.goto('/laporan');
  const row = page.getByRole('row', { name: new RegExp(`^Tahun ${year}, putaran`) });
  await row.getByRole('button', { name: 'Buat berita acara' }).click();
  await page.getByText('Berita acara dibuat dan diberi nomor').waitFor();
}

export async function openDraft(page: Page, year: number): Promise<void> {
  await page.goto('/laporan');
  await page.getByRole('button', { name: 'Buat laporan' }).click();
  const dialog = page.getByRole('dialog', { name: 'Buat draf laporan' });
  await dialog.getByLabel('Tahun yang dilaporkan').selectOption({ label: `${year}, angka sudah disepakati` });
  await dialog.getByRole('button', { name: 'Buat laporan' }).click();
  await title(page)
    .getByText(new RegExp(`^Laporan kinerja ${year}: \\d+ dari \\d+ bagian terisi$`))
    .waitFor({ timeout: 60_000 });
}

/** Freezes or signs the report on the screen. */
export async function fix(page: Page, act: 'Bekukan' | 'Tandatangani', becomes: string): Promise<void> {
  await page.getByRole('button', { name: act }).click();
  await page.getByRole('dialog').getByRole('button', { name: act }).click();
  await title(page).getByText(becomes).waitFor({ timeout: 60_000 });
}

export const takeReport = (page: Page, format: 'Word' | 'PDF'): Promise<Paper> =>
  fetchPaper(page, () => page.getByRole('button', { name: new RegExp(`, unduh ${format}$`) }).click());
