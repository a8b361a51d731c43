/** From an invitation to an account with a second factor, as in an office. */
import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { title } from './shell.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code of an authenticator app at a moment (RFC 6238: SHA-1, six digits, thirty seconds). */
function codeAt(secret: string, at: number): string {
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

export interface Phone {
  /** A code that was not given before: waits for the next one where it must. */
  code: () => Promise<string>;
}
function phoneWith(secret: string): Phone {
  let used = '';
  return {
    code: async () => {
      for (;;) {
        const now = codeAt(secret, Date.now());
        if (now !== used) return (used = now);
        await new Promise((later) => setTimeout(later, 500));
      }
    },
  };
}

/** Sets the password of an invitation; ends at the door. */
export async function acceptInvitation(page: Page, link: string, password: string): Promise<void> {
  await page.goto(`/undangan#${link.split('#')[1] ?? ''}`);
  await page.getByText(/berlaku sampai .* WITA\./).waitFor();
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(password);
  await page.getByLabel('Ulangi kata sandi baru').fill(password);
  await page.getByRole('button', { name: 'Buat akun' }).click();
  await page.getByRole('heading', { name: 'Akun Anda siap' }).waitFor();
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.waitForURL(/\/masuk$/);
}

export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Surel dinas').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

/** On the page of the second factor: switches it on, up to the recovery codes that stand there once. */
export async function enrol(page: Page, password: string): Promise<{ phone: Phone; recovery: string[] }> {
  await title(page).getByText('Aktifkan faktor kedua').waitFor();
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Mulai' }).click();
  const key = await page.getByText('Tidak dapat memindai? Ketik kunci ini:').locator('span').textContent();
  const phone = phoneWith((key ?? '').replaceAll(/\s/g, ''));
  await page.getByLabel('Kode enam angka').fill(await phone.code());
  await page.getByRole('button', { name: 'Cocokkan kode' }).click();
  const codes = page.getByRole('region', { name: '10 kode pemulihan' });
  await codes.waitFor();
  const recovery = await codes.getByRole('listitem').allTextContents();
  return { phone, recovery };
}

export async function keepCodes(page: Page): Promise<void> {
  await page.getByLabel('Saya sudah menyimpan kode ini').check();
  await page.getByRole('button', { name: 'Selesai' }).click();
}

/** Answers the question who sits there with the phone. */
export async function confirmByPhone(page: Page, phone: Phone): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Pastikan ini Anda' });
  await dialog.getByLabel('Kode enam angka').fill(await phone.code());
  await dialog.getByRole('button', { name: 'Lanjut' }).click();
  await dialog.waitFor({ state: 'detached' });
}
