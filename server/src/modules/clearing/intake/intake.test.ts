import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import type { Import, PeriodAgency } from '@simpul/contract/clearing/import';
import { fileProblemMessage } from '@simpul/contract/clearing/problem-messages';
import { acceptAtOnce, checkAtOnce } from '../at-once.ts';
import { call, type Desk, handIn, openDesk, period, takeIn, upload } from '../../../../test/main-job.ts';
import { createWorld, type Person, type World } from '../../../../test/world.ts';

let world: World;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld();
  desk = await openDesk(world);
});
afterAll(() => world.close());

const give = (text: string): Promise<Import> =>
  handIn(world, desk.contacts['uptd-ppa-kaltim'], Buffer.from(text));
const take = async (found: Import): Promise<Import> => {
  const person = desk.contacts['uptd-ppa-kaltim'];
  await takeIn(world, person, found);
  return call(world, person, 'GET', `/clearing/imports/${found.id}`);
};

describe('rows that name nobody', () => {
  const heading = 'Tanggal Laporan,Kabupaten/Kota,Jenis Kelamin,Usia,Bentuk Eksploitasi';
  const girl = '11/10/2024,Kota Samarinda,P,16,Eksploitasi seksual';
  const man = '12/10/2024,Kota Bontang,L,30,Kerja paksa';
  const rows = async () =>
    (await world.asOwner('select count(*)::int as n from clearing.source_row'))[0]?.['n'];

  test('CLR-47 five equal lines are five victims, and the file sent again in another order adds none', async () => {
    const found = await give([heading, girl, girl, man, girl, girl, girl].join('\n'));
    expect(found).toMatchObject({ rowsTotal: 6, rowsReady: 6, rowsKnown: 0 });
    expect((await take(found)).state).toBe('accepted');
    expect(await rows()).toBe(6);
    const again = await give([heading, man, girl, girl, girl, girl, girl].join('\n'));
    expect(again).toMatchObject({ rowsTotal: 6, rowsReady: 0, rowsKnown: 6 });
    const grown = await give([heading, man, ...Array.from({ length: 7 }, () => girl)].join('\n'));
    expect(grown).toMatchObject({ rowsReady: 2, rowsKnown: 6 });
    await take(grown);
    expect(await rows()).toBe(8);
  });
});

describe('CLR-41 a file that breaks while it is read', () => {
  const heading = 'Tanggal Laporan,Kabupaten/Kota,Jenis Kelamin,Usia';
  const line = '11/10/2024,Kota Samarinda,P,16';
  const failed = async (content: Buffer): Promise<Import> => {
    const person = desk.contacts['lbh-kaltim'];
    const file = await upload(world, person, content);
    const { id } = await call<{ id: string }>(world, person, 'POST', '/clearing/imports', { file, period });
    await world.work();
    return call<Import>(world, person, 'GET', `/clearing/imports/${id}`);
  };
  const said = (found: Import) =>
    found.refusals.flatMap((r) => (['id', 'en'] as const).map((l) => fileProblemMessage(r, l).what));

  test.each([
    ['an unclosed quote', `${heading}\n${line}\n${line},"tanpa penutup\n${line}`, 'csv.quote', /baris \d/],
    [
      'a cell that is too long',
      `${heading}\n${line}\n${'x'.repeat(20_000)},a,b,c`,
      'sheet.cell_too_long',
      /baris 3 kolom A/,
    ],
    ['nothing but blank lines', '\n\n   \n', 'file.empty', /kosong/],
  ])('%s is told with place and mend', async (_name, text, code, place) => {
    const found = await failed(Buffer.from(text));
    expect(found).toMatchObject({ state: 'failed', can: { map: false, accept: false, cancel: true } });
    expect(found.refusals[0]?.params['reason']).toBe(code);
    const [id, en] = said(found);
    expect(id).toMatch(place);
    expect(en).not.toBe(id);
    const person = desk.contacts['lbh-kaltim'];
    const again = await world.call(person, 'PUT', `/clearing/imports/${found.id}/mapping`, {
      headerRow: 1,
      version: found.version,
    });
    expect(again).toMatchObject({ status: 409, body: { params: { reason: 'import_state' } } });
  });

  test('merged cells are told with their ranges', async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([heading, line, line].map((text) => text.split(',')));
    sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 2, c: 1 } }];
    utils.book_append_sheet(book, sheet, 'Data');
    const found = await failed(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    expect(found.state).toBe('failed');
    expect(said(found)[0]).toContain('B2:B3');
  });
});

describe('CLR-45 what is easily missed is told', () => {
  const person = () => desk.contacts['lbh-kaltim'];
  const table = [
    ['Tanggal Laporan', 'Kabupaten/Kota', 'Jenis Kelamin', 'Usia', 'Nama'],
    ['11/10/2024', 'Kota Samarinda', 'P', '16', 'RATNA CONTOH'],
    ['12/10/2024', 'Kota Bontang', 'L', '30', 'BUDI CONTOH'],
  ];
  const book = (...sheets: [string, string[][], WorkSheet['!rows']?][]): Buffer => {
    const made = utils.book_new();
    for (const [name, rows, shown] of sheets) {
      const sheet = utils.aoa_to_sheet(rows);
      if (shown) sheet['!rows'] = shown;
      utils.book_append_sheet(made, sheet, name);
    }
    return write(made, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };

  test('the sheet with headings is read, not the instructions before it; the others are named', async () => {
    const found = await handIn(
      world,
      person(),
      book(
        ['Petunjuk', [['Isi lembar berikut'], ['satu baris per korban']]],
        ['Data', table],
        ['Lama', table],
      ),
    );
    expect(found).toMatchObject({ state: 'checked', sheet: 'Data', rowsTotal: 2, hiddenRows: 0 });
    expect(found.sheets).toEqual(['Petunjuk', 'Data', 'Lama']);
  });

  test('rows that the workbook hides are read and told', async () => {
    const found = await handIn(world, person(), book(['Data', table, [{}, { hidden: true }]]));
    expect(found).toMatchObject({ state: 'checked', rowsTotal: 2, hiddenRows: 1 });
  });

  test('a row that stands twice in the file is repeated, not already there', async () => {
    const found = await handIn(world, person(), book(['Data', [...table, ...table.slice(1, 2)]]));
    expect(found).toMatchObject({ rowsTotal: 3, rowsReady: 2, rowsRepeated: 1, rowsKnown: 0 });
  });
});

test('CLR-43 a steward tells rows that wait from nothing at all; given-up files do not count', async () => {
  const police = desk.contacts['polda-kaltim-renakta'];
  const text = Buffer.from(
    'TGL LAPOR;KAB/KOTA;JK;UMUR;NAMA\n11/10/2024;Kota Samarinda;P;17;RATNA CONTOH\n12/10/2024;Kota Bontang;L;30;BUDI CONTOH',
  );
  await takeIn(world, police, await handIn(world, police, text));
  const cancelled = await handIn(world, police, text);
  await call(world, police, 'POST', `/clearing/imports/${cancelled.id}/cancel`, {
    version: cancelled.version,
  });
  const seen = (p: Person) => call<PeriodAgency[]>(world, p, 'GET', `/clearing/periods/${period}/agencies`);
  const of = async (p: Person, agency: string | null) => (await seen(p)).find((a) => a.agency === agency);
  const counts = { imports: 1, pending: 0, rows: 2, waiting: 2, confirmed: 0, excluded: 0 };
  expect(await of(desk.steward, police.agency)).toMatchObject(counts);
  expect(await of(police, police.agency)).toMatchObject(counts);
  const aid = desk.contacts['lbh-kaltim'].agency;
  // Three wait to be taken in; those that could not be read are given up.
  expect(await of(desk.steward, aid)).toMatchObject({ imports: 0, pending: 3, rows: 0 });
  expect(await of(police, aid)).toBeUndefined();
});

test('CLR-40 no count of an agency stands in the trail or in the progress that others see', async () => {
  const person = desk.contacts['uptd-ppa-kaltim'];
  await call(world, person, 'POST', '/clearing/rows/confirm', { period });
  await call(world, person, 'POST', '/clearing/sign-offs', { period });
  await call(world, desk.steward, 'POST', '/clearing/rounds', { year: 2024 });
  await world.work();
  const entries = await world.asOwner(
    "select action, detail from audit.entry where action like 'clearing.%'",
  );
  const acts = new Set(entries.map((e) => e['action']));
  for (const act of ['create_import', 'take_in', 'confirm_rows', 'sign_off', 'match_round'])
    expect(acts).toContain(`clearing.${act}`);
  const told = entries.flatMap((e) => Object.entries((e['detail'] ?? {}) as Record<string, unknown>));
  expect(told.filter(([key, value]) => typeof value === 'number' && key !== 'year')).toEqual([]);

  interface Jobs {
    items: { task: string; done: number; total: number | null }[];
  }
  const overseer = await world.person('sysadmin');
  const all = await call<Jobs>(world, overseer, 'GET', '/jobs?scope=all');
  const check = (jobs: Jobs) => jobs.items.filter((j) => j.task === 'clearing.check_import');
  expect(check(all).length).toBeGreaterThan(0);
  expect(check(all).every((j) => j.done === 0 && j.total === null)).toBe(true);
  const own = await call<Jobs>(world, person, 'GET', '/jobs?scope=mine');
  expect(check(own).some((j) => j.done > 0)).toBe(true);
});

test('CLR-44 an agency that signed off is told so before it hands a file in', async () => {
  const person = desk.contacts['lbh-kaltim'];
  const text = Buffer.from('TGL LAPOR;KAB/KOTA;JK;UMUR;NAMA\n11/10/2024;Kota Samarinda;P;17;RATNA CONTOH');
  const before = await handIn(world, person, text);
  expect(before).toMatchObject({ quarter: 'open', can: { accept: true } });
  await call(world, person, 'POST', '/clearing/sign-offs', { period });
  const file = await upload(world, person, text);
  const refused = await world.call(person, 'POST', '/clearing/imports', { file, period });
  expect(refused).toMatchObject({ status: 409, body: { params: { reason: 'period_signed', period } } });
  const now = await call<Import>(world, person, 'GET', `/clearing/imports/${before.id}`);
  expect(now).toMatchObject({ quarter: 'signed', can: { accept: false, cancel: true } });
  await call(world, person, 'POST', '/clearing/sign-offs/withdraw', { period, reason: 'berkas menyusul' });
  const again = await call<Import>(world, person, 'GET', `/clearing/imports/${before.id}`);
  expect(again).toMatchObject({ quarter: 'open', can: { accept: true } });
});

test('the steps without jobs refuse what the commands refuse', async () => {
  const person = desk.contacts['lbh-kaltim'];
  const text = 'TGL LAPOR;KAB/KOTA;JK;UMUR;NAMA\n13/10/2024;Kota Samarinda;P;18;WATI CONTOH';
  const file = await upload(world, person, Buffer.from(text));
  const taken = await world.as(person, async (ctx) => {
    const found = await checkAtOnce(ctx, { file, period });
    await acceptAtOnce(ctx, found.id);
    return found.id;
  });
  await expect(world.as(person, (ctx) => acceptAtOnce(ctx, taken))).rejects.toMatchObject({
    params: { reason: 'import_state', state: 'accepted' },
  });
});
