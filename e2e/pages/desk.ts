/// <reference lib="dom" />
/** What a steward does: opens a round, decides its pairs, agrees. */
import type { Page } from 'playwright-core';
import { title } from './shell.ts';

export async function openRound(page: Page, year: number): Promise<void> {
  await page.goto('/kliring');
  await page.getByRole('button', { name: 'Buka putaran' }).click();
  const dialog = page.getByRole('dialog', { name: 'Buka putaran kliring' });
  await dialog.getByLabel('Tahun hitung').selectOption(String(year));
  await dialog.getByRole('button', { name: 'Buka putaran' }).click();
  await title(page)
    .getByText(/pasangan belum diputuskan$/)
    .waitFor({ timeout: 60_000 });
}

/** Decides at once what agrees in everything; how many pairs that were. */
export async function decideClear(page: Page, reason: string): Promise<number> {
  const act = page.getByRole('button', { name: /^Putuskan \d+ pasangan jelas$/ });
  const name = (await act.textContent()) ?? '';
  await act.click();
  const dialog = page.getByRole('dialog');
  const yes = dialog.getByRole('button', { name });
  await yes.click();
  await dialog.getByText('Tulis alasannya dalam beberapa kata').waitFor();
  await dialog.getByLabel('Alasan keputusan').fill(reason);
  await yes.click();
  await dialog.waitFor({ state: 'detached' });
  await act.waitFor({ state: 'detached' });
  return Number(/\d+/.exec(name)?.[0]);
}

const table = (page: Page) => page.getByRole('table', { name: 'Dua catatan berdampingan' });

/** How the two records agree, field by field, in the words on the screen. */
async function readAgreement(page: Page): Promise<ReadonlyMap<string, string>> {
  const rows = table(page).locator('tbody tr');
  const said = await rows.evaluateAll((all) =>
    all.map((row) => [row.querySelector('th'), row.lastElementChild].map((e) => e?.textContent.trim() ?? '')),
  );
  return new Map(said.map(([field = '', agreement = '']) => [field, agreement]));
}

/** Number of the pair on the desk; undefined when none waits any more. */
export async function pairNumber(page: Page): Promise<number | undefined> {
  const finished = title(page).getByText(/semua pasangan sudah diputuskan$/);
  await table(page).or(finished).first().waitFor();
  if (await finished.isVisible()) return undefined;
  const said = await page
    .getByRole('main')
    .getByText(/^Pasangan \d+ dari \d+/)
    .first()
    .textContent();
  return Number(/\d+/.exec(said ?? '')?.[0]);
}

export type Decision = 'same' | 'different' | 'unsure';
const keys: Record<Decision, string> = { same: 'y', different: 't', unsure: 'r' };
const words: Record<Decision, string> = { same: 'sama', different: 'beda', unsure: 'ragu' };

/**
 * Decides as a careful person would from what the screen shows: one number written wrong or a name cut to initials is a
 * slip of the pen where the rest agrees.
 */
export async function judge(page: Page): Promise<Decision> {
  const agreement = await readAgreement(page);
  const is = (field: string, said: string) => (agreement.get(field) ?? 'kosong') === said;
  if (is('Jenis kelamin', 'beda')) return 'different';
  if (is('NIK', 'sama') || is('Nomor paspor', 'sama'))
    return is('Nama', 'beda') && is('Tanggal lahir', 'beda') ? 'different' : 'same';
  return is('Nama', 'sama') && is('Tanggal lahir', 'sama') ? 'same' : 'different';
}

const number = async (page: Page) => {
  const at = await pairNumber(page);
  if (at === undefined) throw new Error('no pair lies on the desk');
  return at;
};

/** Decides the pair on the desk with one key, and waits until it is written down. */
export async function decideByKey(page: Page, decision: Decision, reason?: string): Promise<void> {
  const at = await number(page);
  if (reason !== undefined) {
    await page.getByLabel('Alasan', { exact: true }).fill(reason);
    // A key in the field is a letter of the reason.
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press(keys[decision]);
  await page.getByRole('status').getByText(`Pasangan ${at}: ${words[decision]}`).waitFor();
}

/** Tries "unsure" by its key without saying what is unclear. */
export async function doubtInSilence(page: Page): Promise<void> {
  await page.keyboard.press(keys.unsure);
  await page.getByText('Tulis apa yang belum jelas, tanpa nama orang').waitFor();
}

/** Takes the decision just made back by its key: the pair lies on the desk again. */
export async function takeBack(page: Page, at: number): Promise<void> {
  await page.keyboard.press('u');
  await page
    .getByText(new RegExp(`^Pasangan ${at} dari`))
    .filter({ visible: true })
    .first()
    .waitFor();
  await page
    .getByText(/Diputuskan \d/)
    .first()
    .waitFor({ state: 'detached' });
}

const side = (page: Page, field: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: field, exact: true }) })
    .getByRole('cell')
    .first();

/** What the left record says in a field, masked or not. */
export async function readField(page: Page, field: string): Promise<string> {
  return ((await side(page, field).textContent()) ?? '').trim();
}

/** Asks to see one masked field: nothing opens before the purpose is stated. */
export async function askToSee(page: Page, field: string): Promise<void> {
  await page.getByRole('button', { name: 'Tampilkan isian tersamar' }).click();
  const yes = page.getByRole('button', { name: 'Tampilkan', exact: true });
  await page.getByLabel(field, { exact: true }).check();
  await yes.click();
  await page.getByText('Nyatakan keperluannya dahulu').waitFor();
  await page.getByLabel('Saya membukanya untuk memutuskan pasangan ini').check();
  await yes.click();
}

export interface Agreed {
  cases: number;
  victims: number;
}

/** Closes the round; what the screen then calls agreed. */
export async function agree(page: Page, year: number): Promise<Agreed> {
  await page.getByRole('button', { name: 'Sepakati angka' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sepakati angka' }).click();
  const found = title(page).getByText(/korban disepakati$/);
  await found.waitFor();
  const said = new RegExp(`^${year}: (\\d+) kasus, (\\d+) korban disepakati$`).exec(
    (await found.textContent()) ?? '',
  );
  return { cases: Number(said?.[1]), victims: Number(said?.[2]) };
}

interface Row {
  row: string;
  person: number | null;
  case: number | null;
}

/** Every row the round counts, as whoever is signed in may see them. */
export async function rowsOf(page: Page, round: string): Promise<Row[]> {
  const all: Row[] = [];
  for (let cursor = ''; ;) {
    const answer = await page.request.get(`/api/clearing/rounds/${round}/rows?limit=200${cursor}`);
    const { items, nextCursor } = (await answer.json()) as { items: Row[]; nextCursor: string | null };
    all.push(...items);
    if (nextCursor === null) return all;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
}
