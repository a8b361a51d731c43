/** Papers as their readers get them: what the browser was handed, and the words in it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import type { Page } from 'playwright-core';

export interface Paper {
  name: string;
  bytes: Buffer;
}

/** Presses a button, does what is asked before it is answered, and takes the file. */
export async function fetchPaper(page: Page, press: () => Promise<void>): Promise<Paper> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 100_000 }), press()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

/** The words of each page of a PDF; undefined, and said so, where pdftotext is not installed. */
export function readPdf(bytes: Buffer): string[] | undefined {
  const done = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, maxBuffer: 64_000_000 });
  if (done.error) {
    process.stdout.write(
      'The PDF was not read: pdftotext is not here (Debian: apt-get install poppler-utils).\n',
    );
    return undefined;
  }
  return done.stdout
    .toString('utf8')
    .split('\f')
    .filter((page) => page.trim() !== '');
}
