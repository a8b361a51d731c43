/// <reference lib="dom" />
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { widerThanWindow } from '../axe.ts';
import { journey } from '../journey.ts';
import { inspectHere, phone, settle } from '../looks.ts';
import { signIn } from '../pages/door.ts';
import { openPersonMenu, rail, title } from '../pages/shell.ts';

/** What is wrong with the page at this address. */
async function inspect(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  return inspectHere(page);
}

/** The kind of page an address leads to: the file of web/src/routes/_app that answers it. */
const kinds = fs
  .globSync('**/*.tsx', { cwd: path.join(import.meta.dirname, '../../web/src/routes/_app') })
  .map((file) => file.replace(/\.tsx$/, '').replace(/(^|\/)index$/, ''))
  // A file that begins with a dash is no page (TanStack Router). The page of what is not found answers every other address; the review desk opens only while a round is under
  // review, and main-job.ts looks at it then.
  .filter((kind) => !kind.startsWith('-') && kind !== '$' && kind !== 'kliring/$id/tinjau')
  .sort((a, b) => a.split('$').length - b.split('$').length);
const patterns = kinds.map((kind) => new RegExp(`^/${kind.replaceAll(/\$\w+/g, '[^/]+')}/?$`));
const kindOf = (address: string) => kinds[patterns.findIndex((p) => p.test(address))];

const seen = new Set<string>();

/** Visits one address of each kind this person finds from the rail on, by following links; what is wrong there. */
async function walk(page: Page): Promise<string[]> {
  const addresses = new Map<string, string>();
  const wrong: string[] = [];
  const add = async () => {
    const links = page.locator('nav a[href^="/"], main a[href^="/"]');
    const hrefs = await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
    for (const href of hrefs) {
      const kind = kindOf(href);
      if (kind !== undefined && !addresses.has(kind)) addresses.set(kind, href);
    }
  };
  await add();
  // A map is walked in the order things came into it, so what is found on the way is visited too. What another person
  // was shown leads nowhere new: the journey below says if it ever does.
  for (const [kind, address] of addresses) {
    const known = seen.has(kind);
    // Settings lead each role somewhere else.
    if (known && kind !== 'pengaturan') continue;
    seen.add(kind);
    await page.goto(address);
    await settle(page);
    await add();
    if (known) continue;
    wrong.push(...(await inspectHere(page)));
  }
  return wrong;
}

journey('the pages outside have no barriers and fit a phone', async (at) => {
  const page = await at.visit();
  const found = [];
  for (const address of ['/masuk', '/undangan?kode=x', '/pulihkan?kode=x'])
    found.push(...(await inspect(page, address)));
  expect(found).toEqual([]);
});

for (const login of [
  'tf-secretariat',
  'data-steward',
  'pic-dinsos-kaltim',
  'data-protection-officer',
  'sysadmin',
])
  journey(
    `what ${login} sees has no barriers and fits a phone`,
    async (at) => {
      const page = await signIn(at, login);
      expect(await walk(page)).toEqual([]);
    },
    900_000,
  );

journey('no page behind the door was forgotten', async () => {
  expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
});

journey('the language changes at once, stays, and leaves no Indonesian behind', async (at) => {
  const page = await signIn(at, 'tf-chair');
  await rail(page).getByText('Tenggat').waitFor();
  await openPersonMenu(page);
  await page.getByText('English').click();
  await rail(page).getByText('Deadlines').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.reload();
  await rail(page).getByText('Deadlines').waitFor();
  await page.setViewportSize(phone);
  for (const address of ['/', '/tenggat', '/lembaga', '/wilayah', '/pengaturan/sesi']) {
    await page.goto(address);
    await settle(page);
    expect(await widerThanWindow(page), address).toBe(false);
    expect(await title(page).textContent(), address).not.toMatch(/Beranda|Tenggat|Lembaga|Wilayah|Anda/);
  }
});

journey('dark is chosen once and kept', async (at) => {
  const page = await signIn(at, 'tf-executive-chair');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await openPersonMenu(page);
  await page.getByText('Gelap', { exact: true }).click();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.reload();
  await title(page).waitFor();
  expect(await paper()).toBe(dark);
});

journey('one signs in and moves about with the keyboard alone', async (at) => {
  const page = await at.visit();
  await page.goto('/masuk');
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
  const reach = async (what: () => Promise<boolean>) => {
    for (let i = 0; i < 60 && !(await what()); i++) await press('Tab');
    expect(await what()).toBe(true);
  };
  await page.getByLabel('Surel dinas').waitFor();
  const on = (label: string) => () =>
    page.getByLabel(label, { exact: true }).evaluate((e) => e === document.activeElement);
  await reach(on('Surel dinas'));
  await page.keyboard.type('planner@contoh.simpul.test');
  await reach(on('Kata sandi'));
  await page.keyboard.type(at.password);
  await press('Enter');
  await rail(page).waitFor();
  // The first stop leads past the rail to the content.
  await page.reload();
  await rail(page).waitFor();
  await press('Tab');
  expect(await focused()).toBe('Langsung ke isi');
  await press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('isi');
  // Search by key, choose by arrow.
  await press('/');
  await page.getByRole('dialog', { name: 'Cari' }).waitFor();
  await page.keyboard.type('sesi');
  await page.getByRole('dialog').getByRole('link', { name: 'Sesi saya' }).waitFor();
  await press('ArrowDown', 'Enter');
  await page.waitForURL('**/pengaturan/sesi');
});
