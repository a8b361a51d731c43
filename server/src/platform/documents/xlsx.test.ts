import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { cellLimits, type SheetRow } from './sheet.ts';
import { openXlsx, type XlsxOptions } from './xlsx.ts';
import type { FromXlsxWorker, ToXlsxWorker } from './xlsx-worker.ts';
import { writeXlsx } from './xlsx-write.ts';
import { zipLimits } from './zip-check.ts';

async function readAll(bytes: Uint8Array, options?: XlsxOptions, sheet?: string) {
  await using file = await openXlsx(bytes, options);
  const rows: SheetRow[] = [];
  for await (const row of file.rows(sheet)) rows.push(row);
  return { sheets: file.sheets, rows };
}
async function refusal(bytes: Uint8Array, options?: XlsxOptions, sheet?: string): Promise<AppError> {
  const error = await readAll(bytes, options, sheet).then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused as expected: ${String(error)}`);
  return error;
}
const why = async (...args: Parameters<typeof refusal>) => (await refusal(...args)).errors[0]?.code;

function workbook(sheet: WorkSheet, date1904 = false): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Data');
  book.Workbook = { WBProps: { date1904 } };
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array;
}
const rowsOf = (table: unknown[][]) => workbook(utils.aoa_to_sheet(table));

async function zip(parts: Record<string, string | Uint8Array>): Promise<Buffer> {
  const made = new JSZip();
  for (const [name, content] of Object.entries(parts)) made.file(name, content);
  return made.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

describe('reading', () => {
  test('gives text: days without a zone, times, exact numbers, codes as displayed', async () => {
    const sheet = utils.aoa_to_sheet([['hari', 'saat', 'jam', 'angka', 'kode', 'teks', 'ya']]);
    sheet['A2'] = { t: 'n', v: 45484, z: 'dd/mm/yyyy' };
    sheet['B2'] = { t: 'n', v: 45484.75, z: 'yyyy-mm-dd hh:mm' };
    sheet['C2'] = { t: 'n', v: 0.5625, z: 'hh:mm' };
    sheet['D2'] = { t: 'n', v: 0.1 + 0.2 };
    sheet['E2'] = { t: 'n', v: 62.1, z: '0.00' };
    sheet['F2'] = { t: 's', v: '=1+1' };
    sheet['G2'] = { t: 'b', v: true };
    sheet['!ref'] = 'A1:G2';
    const { rows } = await readAll(workbook(sheet));
    expect(rows[1]?.cells).toEqual([
      '2024-07-11',
      '2024-07-11T18:00',
      '13:30',
      '0.3',
      '62.10',
      '=1+1',
      'true',
    ]);
    const mac = await readAll(
      workbook(utils.aoa_to_sheet([['a'], [{ t: 'n', v: 45484 - 1462, z: 'd-mmm-yy' }]]), true),
    );
    expect(mac.rows[1]?.cells).toEqual(['2024-07-11']);
  });

  test('reports a 16-digit number and a failed formula instead of passing them on', async () => {
    const sheet = utils.aoa_to_sheet([
      ['nik', 'nama', 'umur'],
      [6472011234567890, 'A', { t: 'e', v: 42 }],
      ['6472011234567891', 'B', 12],
    ]);
    const { rows } = await readAll(workbook(sheet));
    expect(rows[1]?.issues).toEqual([
      { column: 0, code: 'cell.number_imprecise', params: {} },
      { column: 2, code: 'cell.formula_error', params: { value: '#N/A' } },
    ]);
    expect(rows[2]).toEqual({ number: 3, cells: ['6472011234567891', 'B', '12'] });
  });

  test('numbers rows as in the sheet and leaves blank ones out', async () => {
    const { rows } = await readAll(rowsOf([['Judul'], [], ['a', 'b'], [null, null], [1, 2]]));
    expect(rows.map((r) => r.number)).toEqual([1, 3, 5]);
  });

  test('lists sheets with sizes and reads the one that is named', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['rahasia', 'x']]), 'Tersembunyi');
    utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Kosong');
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['a', 'b', 'c'],
        [1, 2, 3],
      ]),
      'Korban',
    );
    book.Workbook = { Sheets: [{ Hidden: 1 }, {}, {}] };
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
    const { sheets, rows } = await readAll(bytes);
    expect(sheets).toEqual([
      { name: 'Tersembunyi', hidden: true, rows: 1, columns: 2, hiddenRows: 0 },
      { name: 'Kosong', hidden: false, rows: 0, columns: 0, hiddenRows: 0 },
      { name: 'Korban', hidden: false, rows: 2, columns: 3, hiddenRows: 0 },
    ]);
    expect(rows[1]?.cells).toEqual(['1', '2', '3']);
    expect((await readAll(bytes, {}, 'Tersembunyi')).rows).toHaveLength(1);
    expect((await refusal(bytes, {}, 'Tak ada')).errors[0]?.message).toContain('Korban');
  });

  test('rows that the workbook hides are counted; blank ones are not', async () => {
    const sheet = utils.aoa_to_sheet([['a'], ['1'], ['2'], [], ['3']]);
    sheet['!rows'] = [{}, {}, { hidden: true }, { hidden: true }, {}];
    const { sheets, rows } = await readAll(workbook(sheet));
    expect(sheets[0]).toMatchObject({ rows: 5, hiddenRows: 1 });
    expect(rows.map((r) => r.number)).toEqual([1, 2, 3, 5]);
  });

  test('more rows than one batch come whole and in order', async () => {
    const { rows } = await readAll(rowsOf(Array.from({ length: 1203 }, (_, i) => [i, 'x'])));
    expect(rows.map((r) => Number(r.cells[0]))).toEqual(Array.from({ length: 1203 }, (_, i) => i));
  });
});

describe('refusing', () => {
  test('merged cells inside the table, but not a merged title above it', async () => {
    const table = [
      ['LAPORAN DATA', null],
      ['a', 'b'],
      [1, 2],
      [null, 3],
    ];
    const sheet = utils.aoa_to_sheet(table);
    sheet['!merges'] = [utils.decode_range('A1:B1')];
    expect((await readAll(workbook(sheet))).rows).toHaveLength(4);
    sheet['!merges'].push(utils.decode_range('A3:A4'));
    const error = await refusal(workbook(sheet));
    expect(error.errors[0]).toMatchObject({ code: 'xlsx.merged', path: 'A3:A4' });
  });

  test('the old format, a password, macros, another zip, rubbish, emptiness', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), 'Data');
    expect(await why(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array)).toBe('xlsx.legacy');
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await why(locked)).toBe('xlsx.password');
    const parts = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };
    expect(await why(await zip({ ...parts, 'xl/vbaProject.bin': 'x' }))).toBe('file.macros');
    expect(await why(await zip({ 'a.txt': 'x' }))).toBe('xlsx.not_xlsx');
    expect(await why(Buffer.from('bukan excel'))).toBe('xlsx.not_xlsx');
    expect(await why(await zip(parts))).toBe('xlsx.damaged');
    expect(await why(Buffer.alloc(0))).toBe('file.empty');
  });

  test('a zip bomb: by its declared size, by its density, and when its directory lies', async () => {
    const parts = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };
    const bomb = await zip({ ...parts, 'xl/worksheets/sheet1.xml': Buffer.alloc(12_000_000) });
    expect(await why(bomb, { maxUnpackedBytes: 11_000_000 })).toBe('xlsx.unpacked_too_large');
    expect(await why(bomb)).toBe('xlsx.suspicious');
    const lying = Buffer.from(bomb);
    const sizeAt = lying.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24;
    expect(lying.readUInt32LE(sizeAt)).toBe(12_000_000);
    lying.writeUInt32LE(1000, sizeAt);
    expect(await why(lying, { maxUnpackedBytes: 11_000_000 })).toBe('xlsx.suspicious');
  });

  test('too many rows, columns, bytes and seconds', async () => {
    const bytes = rowsOf(Array.from({ length: 20 }, (_, i) => [i, 'x', 'y']));
    expect(await why(bytes, { maxRows: 19 })).toBe('sheet.too_many_rows');
    expect(await why(bytes, { maxColumns: 2 })).toBe('sheet.too_many_columns');
    expect(await why(bytes, { maxBytes: 100 })).toBe('file.too_large');
    expect(await why(bytes, { maxSeconds: 0.001 })).toBe('xlsx.too_slow');
  });

  test('too wide a row is refused in the worker: its empty cells never reach the server', async () => {
    const bytes = Uint8Array.from(
      workbook({
        '!ref': 'A1:XFD20',
        ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`XFD${i + 1}`, { t: 's', v: 'x' }])),
      }),
    );
    const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url));
    const ask = async (message: ToXlsxWorker) => {
      worker.postMessage(message);
      return ((await once(worker, 'message')) as [FromXlsxWorker])[0];
    };
    const limits = { ...cellLimits, ...zipLimits, maxRows: 1000 };
    await ask({ type: 'open', bytes, limits });
    await ask({ type: 'select', sheet: 'Data' });
    const answer = await ask({ type: 'next' });
    await worker.terminate();
    expect(answer).toMatchObject({ type: 'refused', params: { row: 1, count: 16_384, limit: 300 } });
    expect(await why(bytes)).toBe('sheet.too_many_columns');
  });

  test('a workbook that does not fit into the worker ends the worker, not the server', async () => {
    const heavy = rowsOf(
      Array.from({ length: 12_000 }, (_, i) => Array.from({ length: 12 }, (_x, c) => `nilai ${i} ${c}`)),
    );
    expect(await why(heavy, { maxHeapMb: 20 })).toBe('xlsx.too_heavy');
  });
});

describe('writing', () => {
  test('comes in again as it went out, with the notes of the corrected file and the mark', async () => {
    const bytes = await writeXlsx([
      {
        name: 'Perbaikan: 2024/II',
        columns: [
          { label: 'Kode wilayah' },
          { label: 'Tanggal' },
          { label: 'Jumlah' },
          { label: 'Catatan', width: 30 },
        ],
        rows: [
          ['62.10', { day: '2024-07-11' }, 3, '=1+1'],
          ['64.71', null, -2.5, true],
        ],
        notes: {
          label: 'Yang perlu diperbaiki',
          byRow: new Map([
            [
              1,
              [
                { column: 1, message: 'Tanggal belum diisi.' },
                { column: 2, message: 'Tidak boleh negatif.' },
              ],
            ],
          ]),
        },
        mark: 'DATA CONTOH',
      },
    ]);
    const { sheets, rows } = await readAll(bytes);
    expect(sheets[0]?.name).toBe('Perbaikan  2024 II');
    expect(rows.map((r) => r.cells)).toEqual([
      ['Kode wilayah', 'Tanggal', 'Jumlah', 'Catatan', 'Yang perlu diperbaiki', 'DATA CONTOH'],
      ['62.10', '2024-07-11', '3', '=1+1', '', 'DATA CONTOH'],
      ['64.71', '', '-2.5', 'true', 'B: Tanggal belum diisi.\nC: Tidak boleh negatif.', 'DATA CONTOH'],
    ]);
    const parts = await JSZip.loadAsync(bytes);
    const xml = (await parts.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('state="frozen"');
  });
});
