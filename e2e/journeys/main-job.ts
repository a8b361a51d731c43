/** The main job, from the files of agencies to the report of the year: spec clearing.md and reporting.md. */
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { exactTruth } from '../../server/seed/exact-truth.ts';
import { makeProvince } from '../../server/seed/province.ts';
import { exampleFiles, period, readExample } from '../../server/test/main-job.ts';
import { readDocx } from '../../server/test/papers/read-docx.ts';
import { type Journey, journey } from '../journey.ts';
import { inspectHere, portray } from '../looks.ts';
import { confirmSelf, signIn } from '../pages/door.ts';
import * as desk from '../pages/desk.ts';
import * as intake from '../pages/intake.ts';
import { fetchPaper, readPdf } from '../pages/papers.ts';
import * as report from '../pages/report.ts';
import { railEntries, title } from '../pages/shell.ts';

const year = 2024;
const looksAt = (at: Journey, page: Page, name: string) =>
  inspectHere(page, (how) => at.picture(page, `${name} ${how}`));

/** A file as an office might keep it that serves women only: it has no column for the sex. */
function withoutSex(csv: Buffer): Buffer {
  const [head = [], ...rows] = parse(csv, { bom: true, delimiter: ';' });
  const at = head.indexOf('JK');
  expect(at, 'the column of the sex').toBeGreaterThan(0);
  const lines = [head, ...rows].map((cells) => cells.toSpliced(at, 1).join(';'));
  return Buffer.from(lines.join('\r\n'));
}

journey(
  'what a file does not say is asked before any row is looked at, and only once',
  async (at) => {
    const contact = await signIn(at, 'pic-uptd-ppa-kaltim');
    const file = withoutSex(readExample(exampleFiles['polda-kaltim-renakta']));
    expect(await intake.handIn(contact, file, period)).toBe(true);
    await title(contact).getByText('1 pertanyaan sebelum baris dapat diperiksa').waitFor();
    expect(await looksAt(at, contact, 'pertanyaan')).toEqual([]);
    await intake.answerSex(contact, 'Perempuan');
    await intake.cancelImport(contact);
    expect(await intake.handIn(contact, file, period)).toBe(false);
    await intake.cancelImport(contact);
  },
  200_000,
);

journey(
  'a file full of mistakes is told cause by cause and stays out',
  async (at) => {
    const contact = await signIn(at, 'pic-lbh-kaltim');
    const before = await intake.rowsAtHand(contact, period);
    expect(await intake.handIn(contact, 'penuh-kesalahan.csv', period)).toBe(false);
    expect(await title(contact).textContent()).toBe('13 dari 18 baris perlu diperbaiki');
    const mistakes = await intake.readMistakes(contact);
    expect(mistakes.length).toBeGreaterThan(5);
    const sizes = mistakes.map((m) => m.rows);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(await contact.getByRole('button', { name: 'Terima baris' }).isDisabled()).toBe(true);
    expect(await looksAt(at, contact, 'salah')).toEqual([]);

    // The wrong rows leave only after the person has shown who sits there.
    const paper = await fetchPaper(contact, async () => {
      await contact.getByRole('button', { name: 'Unduh untuk diperbaiki' }).click();
      await contact.getByRole('button', { name: 'Semua baris dengan cara memperbaikinya, CSV' }).click();
      await confirmSelf(contact, at.password);
    });
    expect(paper.name).toMatch(/^perbaikan-2024-Q4-\w+\.csv$/);
    const lines = parse(paper.bytes, { bom: true, columns: true }) as Record<string, string>[];
    const wrong = [3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16, 17, 18];
    expect(lines.slice(0, wrong.length).map((line) => Number(line['Baris di berkas asal']))).toEqual(wrong);
    for (const line of lines.slice(wrong.length)) expect(line['Masalah']).toBe('');
    for (const line of lines.slice(0, wrong.length))
      expect(line['Cara memperbaiki'], JSON.stringify(line)).toMatch(/\w{4}/);

    await intake.cancelImport(contact);
    expect(await intake.rowsAtHand(contact, period), 'nothing of it was taken in').toBe(before);
  },
  200_000,
);

/** Three agencies answer for their quarter; the address of an import nobody else may open. */
async function handInAll(at: Journey): Promise<string> {
  let address = '';
  for (const [agency, file] of Object.entries(exampleFiles)) {
    const contact = await signIn(at, `pic-${agency}`);
    // What an agency answered once is not asked again: these three have handed in such files before.
    expect(await intake.handIn(contact, file, period), 'asked again').toBe(false);
    const thorough = address === '';
    address = new URL(contact.url()).pathname;
    await at.picture(contact, `siap ${agency}`);
    const rows = await intake.takeIn(contact);
    await at.picture(contact, `diterima ${agency}`);
    await intake.answerFor(contact, rows);
    if (thorough) expect(await looksAt(at, contact, 'sah')).toEqual([]);
    await contact.context().close();
  }
  return address;
}

/** The first pair: looked at, opened for a purpose, doubted, taken back. */
async function learnTheDesk(at: Journey, steward: Page) {
  const first = await desk.pairNumber(steward);
  expect(await looksAt(at, steward, 'meja')).toEqual([]);
  expect(await desk.readField(steward, 'Nama')).toMatch(/^Disamarkan:/);
  await desk.askToSee(steward, 'Nama');
  await at.picture(steward, 'pastikan');
  await confirmSelf(steward, at.password);
  await steward.getByText(/^Nama terbuka, tertutup dalam \d\.\d\d$/).waitFor();
  expect(await desk.readField(steward, 'Nama')).toMatch(/^\p{L}{2,}[\p{L} '.]*$/u);
  expect(await desk.readField(steward, 'NIK')).toMatch(/^(Disamarkan:|tidak ada)/);
  await at.picture(steward, 'terbuka');
  await steward.getByRole('button', { name: 'Samarkan sekarang' }).click();
  expect(await desk.readField(steward, 'Nama')).toMatch(/^Disamarkan:/);

  await desk.doubtInSilence(steward);
  await desk.decideByKey(steward, 'unsure', 'Ditanyakan dahulu kepada pemilik data');
  await desk.takeBack(steward, first ?? 0);
  await desk.decideByKey(steward, 'different', 'Salah tekan');
  await desk.takeBack(steward, first ?? 0);
}

/** Every pair that is left, by keyboard; how often each answer was given. */
async function decideTheRest(steward: Page) {
  const given: Record<desk.Decision, number> = { same: 0, different: 0, unsure: 0 };
  while ((await desk.pairNumber(steward)) !== undefined) {
    const decision = await desk.judge(steward);
    await desk.decideByKey(steward, decision);
    given[decision] += 1;
  }
  return given;
}

/** The persons of the year by the truth the province was made from, which the program never sees. */
async function peopleOfTheYear(): Promise<number> {
  const truth = exactTruth(await makeProvince(), {
    rows: (r) => r.period.year === year && r.role === 'victim',
  });
  return truth.peopleAfterReview;
}

journey(
  'the files of several agencies become one agreed figure and the report to the Governor',
  async (at) => {
    const imported = await handInAll(at);

    const steward = await signIn(at, 'data-steward');
    await desk.openRound(steward, year);
    const round = new URL(steward.url()).pathname.split('/')[2] ?? '';
    await portray(at, steward, 'putaran');
    const clear = await desk.decideClear(steward, 'NIK, nama, tanggal lahir dan jenis kelamin sama');
    expect(clear).toBeGreaterThan(0);
    await steward.getByRole('link', { name: 'Tinjau pasangan' }).click();
    await learnTheDesk(at, steward);
    const given = await decideTheRest(steward);
    // Rows that agree in an identity number, or in name and day of birth, are of one person throughout the province.
    expect(given).toEqual({ same: expect.any(Number), different: 0, unsure: 0 });
    expect(given.same).toBeGreaterThan(0);
    await at.picture(steward, 'meja selesai');
    await steward.getByRole('link', { name: 'Ke ringkasan putaran' }).click();
    await title(steward).getByText(`Kliring ${year} siap disepakati`).waitFor();
    await portray(at, steward, 'siap disepakati');
    const agreed = await desk.agree(steward, year);
    expect(await looksAt(at, steward, 'disepakati')).toEqual([]);

    // Counted anew from the rows, and once more from what the province was made of.
    const rows = await desk.rowsOf(steward, round);
    expect(new Set(rows.map((r) => r.row)).size).toBe(rows.length);
    expect(new Set(rows.map((r) => r.person)).size).toBe(agreed.victims);
    expect(new Set(rows.map((r) => r.case)).size).toBe(agreed.cases);
    expect(agreed.victims).toBeLessThan(rows.length);
    expect(agreed.victims).toBe(await peopleOfTheYear());

    const secretariat = await signIn(at, 'tf-secretariat');
    await report.makeRecord(secretariat, year);
    await report.openDraft(secretariat, year);
    const paper = secretariat.url();
    await portray(at, secretariat, 'draf');
    await report.fix(secretariat, 'Bekukan', `Laporan kinerja ${year}: dibekukan`);
    const chair = await signIn(at, 'tf-executive-chair');
    await chair.goto(paper);
    await report.fix(chair, 'Tandatangani', `Laporan kinerja ${year}: ditandatangani`);
    await portray(at, chair, 'ditandatangani');
    await secretariat.reload();
    const word = await readDocx((await report.takeReport(secretariat, 'Word')).bytes);
    const pdf = await report.takeReport(secretariat, 'PDF');
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const pages = readPdf(pdf.bytes);
    const figure = new RegExp(`\\b${agreed.cases} kasus[^.]*\\b${agreed.victims} korban`);
    expect(word.text.replaceAll(/\s+/g, ' ')).toMatch(figure);
    expect(word.header).toContain('DATA CONTOH');
    expect(word.header).toContain('TERBATAS');
    if (pages) {
      expect(pages.join(' ').replaceAll(/\s+/g, ' ')).toMatch(figure);
      for (const page of pages) expect(page).toMatch(/DATA CONTOH[^]*TERBATAS|TERBATAS[^]*DATA CONTOH/);
    }

    await keepOthersOut(at, imported, round);
  },
  900_000,
);

/** Who has no need to know learns neither of imports nor of rounds, by page or by address. */
async function keepOthersOut(at: Journey, imported: string, round: string) {
  const closed = /Anda tidak berhak membuka ini|Tidak ada apa-apa di alamat ini/;
  const refused = async (page: Page, address: string) => {
    await page.goto(address);
    await page.getByText(closed).first().waitFor();
  };
  const village = await signIn(at, 'village-officer');
  for (const entry of ['Impor', 'Verifikasi', 'Kliring'])
    expect(await railEntries(village)).not.toContain(entry);
  for (const address of ['/kliring', `/kliring/${round}`, `/kliring/${round}/baris`, imported])
    await refused(village, address);
  for (const path of ['', '/rows', '/pairs'])
    expect((await village.request.get(`/api/clearing/rounds/${round}${path}`)).status(), path).toBe(403);

  const other = await signIn(at, 'pic-dinsos-kaltim');
  await refused(other, imported);
  expect((await other.request.get(`/api/clearing/imports/${imported.split('/')[2]}`)).status()).toBe(404);
  expect(await looksAt(at, other, 'tidak ada')).toEqual([]);
}
