import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { neutralise } from './csv-formula.ts';
import { openCsv, writeCsv, type ByteSource, type CsvOptions } from './csv.ts';
import type { SheetRow } from './sheet.ts';

async function readAll(source: ByteSource, options?: CsvOptions) {
  const { rows, ...file } = await openCsv(source, options);
  const found: SheetRow[] = [];
  for await (const row of rows) found.push(row);
  return { ...file, rows: found };
}
async function refusal(source: ByteSource, options?: CsvOptions): Promise<AppError> {
  const error = await readAll(source, options).then(
    () => undefined,
    (e: unknown) => e,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused as expected: ${String(error)}`);
  return error;
}
const bytes = (s: string, encoding: BufferEncoding = 'utf8') => Buffer.from(s, encoding);

describe('reading', () => {
  test('numbers rows as Excel shows them: blank rows and line breaks inside a cell counted', async () => {
    const { rows } = await readAll(bytes('a,b\n\n"satu\ndua",2\n , \n3,4\n'));
    expect(rows).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 3, cells: ['satu\ndua', '2'] },
      { number: 5, cells: ['3', '4'] },
    ]);
  });

  test.each([
    [';', 'nama;alamat;umur\n"A; B";Jl. Mawar, No. 2;12\nC;Jl. Melati, RT 3;13\n'],
    [',', 'nama,alamat,umur\nA,"Jl. Mawar; No; 2; x",12\n'],
    ['\t', 'nama\talamat\tumur\nA, B\tJl; 2\t12\n'],
    ['|', 'nama|alamat|umur\nA, B, C|Jl; 2|12\n'],
    ['|', 'sep=|\r\na;b|c\r\n1;2|3\r\n'],
    [',', 'satu kolom\nA\nB\n'],
  ])('recognises the delimiter %j', async (delimiter, content) => {
    const file = await readAll(bytes(content));
    expect(file.delimiter).toBe(delimiter);
    expect(file.rows[0]?.number).toBe(1);
    expect(new Set(file.rows.map((r) => r.cells.length)).size).toBe(1);
    expect(file.rows[0]?.cells[0]).not.toMatch(/sep=|\uFEFF/);
  });

  test.each([
    ['utf-8', bytes('nama,kota\nSiti Nu\u2019ra,Cam\u00e9\n')],
    [
      'utf-8',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes('nama,kota\nSiti Nu\u2019ra,Cam\u00e9\n')]),
    ],
    [
      'utf-16le',
      Buffer.concat([Buffer.from([0xff, 0xfe]), bytes('nama,kota\nSiti Nu\u2019ra,Cam\u00e9\n', 'utf16le')]),
    ],
    ['utf-16le', bytes('nama,kota\nSiti Nu\u2019ra,Cam\u00e9\n', 'utf16le')],
    [
      'windows-1252',
      Buffer.concat([bytes('nama,kota\nSiti Nu'), Buffer.from([0x92]), bytes('ra,Cam\u00e9\n', 'latin1')]),
    ],
  ])('reads %s', async (encoding, content) => {
    const file = await readAll(content);
    expect(file.encoding).toBe(encoding);
    expect(file.rows.map((r) => r.cells)).toEqual([
      ['nama', 'kota'],
      ['Siti Nu\u2019ra', 'Cam\u00e9'],
    ]);
  });

  test('a character cut between two chunks stays whole', async () => {
    const content = bytes(`a,b\n${'é'.repeat(999)},2\n`);
    const pieces = Array.from({ length: content.length }, (_, i) => content.subarray(i, i + 1));
    const file = await readAll(Readable.from(pieces), { sampleBytes: 7 });
    expect(file.rows[1]?.cells[0]).toBe('é'.repeat(999));
  });

  test('refuses an encoding that changes after the beginning, and says after which row', async () => {
    const content = Buffer.concat([
      bytes('a,b\n'),
      bytes('1,2\n'.repeat(100)),
      Buffer.from([0x41, 0x92, 0x0a]),
    ]);
    const error = await refusal(Readable.from([content.subarray(0, 300), content.subarray(300)]), {
      sampleBytes: 100,
    });
    expect(error.code).toBe('invalid');
    expect(error.errors[0]?.code).toBe('csv.mixed_encoding');
  });

  test('names the row of an unpaired quotation mark', async () => {
    const error = await refusal(bytes('a,b\n1,2\n3,"4" x\n'));
    expect(error.errors[0]).toMatchObject({ code: 'csv.quote', path: '3' });
    const endless = await refusal(bytes(`a,b\n1,2\n"x,${'4,5\n'.repeat(60_000)}`));
    expect(endless.errors[0]).toMatchObject({ code: 'csv.quote', path: '3' });
  });

  test('refuses beyond rows, columns and cell length, naming the place', async () => {
    const many = await refusal(bytes('a\n1\n2\n3\n'), { maxRows: 3 });
    expect([many.code, many.errors[0]?.code]).toEqual(['too_large', 'sheet.too_many_rows']);
    const wide = await refusal(bytes('a,b\n1,2,3\n'), { maxColumns: 2 });
    expect(wide.errors[0]).toMatchObject({ code: 'sheet.too_many_columns', path: '2' });
    const long = await refusal(bytes('a,b\n1,2222\n'), { maxCellLength: 3 });
    expect(long.errors[0]).toMatchObject({ code: 'sheet.cell_too_long', path: '2.B' });
    expect(long.errors[0]?.message).toContain('baris 2 kolom B');
  });

  test('refuses the empty and the binary', async () => {
    expect((await refusal(bytes(''))).errors[0]?.code).toBe('file.empty');
    expect((await refusal(bytes('\n \n'))).errors[0]?.code).toBe('file.empty');
    expect((await refusal(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 8]))).errors[0]?.code).toBe('csv.binary');
  });

  test('closes the source when the reader leaves early', async () => {
    const source = Readable.from(
      (function* () {
        for (;;) yield Buffer.from('1,2\n');
      })(),
    );
    const { rows } = await openCsv(source, { sampleBytes: 10 });
    for await (const row of rows) if (row.number === 3) break;
    expect(source.destroyed).toBe(true);
  });
});

describe('writing', () => {
  test.each([
    '=1+1',
    '+cmd|x',
    '-2+3',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\uFF1D1+1',
    '=HYPERLINK("x")',
    '+62 812-3',
  ])('neutralises %j', (value) => expect(neutralise(value)).toBe(`'${value}`));
  test.each(['-3', '-1.234,5', '+62812', '-12%', 'a=b', '', '62.10', "O'Neil"])('leaves %j', (value) =>
    expect(neutralise(value)).toBe(value),
  );

  test('what goes out comes in again', async () => {
    const table = [
      ['a', 'b;c', 'd "e"'],
      ['=1+1', '-3', 'satu\ndua'],
      ['62.10', '', '  x'],
    ];
    const out = await buffer(writeCsv(table, { delimiter: ';' }));
    expect(out.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(out.toString()).toContain("'=1+1;-3;");
    expect((await readAll(out)).rows.map((r) => r.cells)).toEqual(table);
  });

  test('writes header, numbers and booleans without a mark when asked', async () => {
    const out = await text(
      writeCsv([[-3, true, null, undefined]], { header: ['=a', 'b', 'c', 'd'], bom: false }),
    );
    expect(out).toBe("'=a,b,c,d\r\n-3,true,,\r\n");
  });

  test('a mark stays with every row', async () => {
    const out = await text(writeCsv([['1'], ['2']], { header: ['a'], bom: false, mark: 'DATA CONTOH' }));
    expect(out).toBe('a,DATA CONTOH\r\n1,DATA CONTOH\r\n2,DATA CONTOH\r\n');
  });
});
