/** One journey: visitors with windows of their own, a picture of each when it fails, and nothing broken unseen. */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { findChromium } from './chromium.ts';

const out = path.join(import.meta.dirname, 'out');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Promise<Browser> | undefined;
const launch = () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('there is no Chromium here');
  return (browser ??= chromium.launch({ executablePath, args: flags }));
};

/** `baseURL` names another installation than the demonstration. */
export type Window = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'baseURL'>;
export interface Journey {
  url: string;
  password: string;
  /** A new visitor: nobody is signed in and nothing is remembered. */
  visit: (window?: Window) => Promise<Page>;
  /** Whether E2E_PICTURES names a folder for those who look at screens. */
  pictures: boolean;
  /** A picture of the whole page, where pictures were asked for. */
  picture: (page: Page, name: string) => Promise<void>;
}

const folder = process.env['E2E_PICTURES'];
async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  await page.screenshot({ path: path.join(folder, `${slug(name)}.png`), fullPage: true });
}
const slug = (name: string) => name.replaceAll(/\W+/g, '-').toLowerCase();

/** What the page itself complains about; a request refused on purpose is no complaint. */
function hearComplaints(page: Page, complaints: string[]) {
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || /Failed to load resource/.test(message.text())) return;
    complaints.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
}

export function journey(name: string, walk: (at: Journey) => Promise<void>, timeout = 180_000): void {
  const body = async () => {
    const { url, password } = inject('demo');
    const pages: Page[] = [];
    const complaints: string[] = [];
    const visit = async (window: Window = {}) => {
      const context = await (
        await launch()
      ).newContext({
        baseURL: url,
        locale: 'id-ID',
        timezoneId: 'Asia/Makassar',
        viewport: { width: 1280, height: 800 },
        // A colour measured in the middle of its change would be nobody's colour.
        reducedMotion: 'reduce',
        ...window,
      });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      hearComplaints(page, complaints);
      pages.push(page);
      return page;
    };
    try {
      await walk({ url, password, visit, picture, pictures: folder !== undefined });
      expect(complaints).toEqual([]);
    } catch (error) {
      fs.mkdirSync(out, { recursive: true });
      const file = (i: number) => path.join(out, `${slug(name)}-${i + 1}.png`);
      await Promise.all(
        pages.map((page, i) => page.screenshot({ path: file(i), fullPage: true }).catch(() => {})),
      );
      if (complaints.length > 0) console.log(complaints.join('\n'));
      throw error;
    } finally {
      await Promise.all(pages.map((page) => page.context().close()));
    }
  };
  test(name, { timeout }, body);
}
