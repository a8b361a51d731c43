import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { read, utils } from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleFiles, exampleNotice, writeSheet } from './examples.ts';
import type { ExampleFile } from './examples.ts';
import { isInventedNik } from './nik.ts';
import { mistakeFile, mistakeKinds, mistakes } from './mistakes.ts';
import { makeProvince } from './province.ts';

const folder = new URL('../../examples/', import.meta.url);
const schemaFile = new URL('../../../shared/data/htcds/htcds-2.0.flat-row.schema.json', import.meta.url);
const bytes = (name: string) => readFileSync(new URL(name, folder));
let files: ExampleFile[];
beforeAll(async () => {
  files = exampleFiles(await makeProvince());
});
const text = (name: string) => {
  const file = files.find((f) => f.name === name);
  if (file?.kind !== 'text') throw new Error(`No text file ${name}`);
  return file.text;
};
const table = (data: Uint8Array) => {
  const book = read(data, { cellDates: true, UTC: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  return utils.sheet_to_json<unknown[]>(sheet, {
    header: 1,
    raw: true,
    defval: '',
    UTC: true,
    blankrows: true,
  });
};

describe('examples/ is what the seed makes', () => {
  test.each(['polda-tw4-2024.csv', 'htcds-tw4-2024.csv', 'penuh-kesalahan.csv', 'README.md'])(
    '%s',
    (name) => {
      expect(bytes(name).toString('utf8')).toBe(text(name));
    },
  );

  test('simfoni-tw4-2024.xlsx, cell by cell', async () => {
    const sheet = files.find((f) => f.name === 'simfoni-tw4-2024.xlsx');
    if (sheet?.kind !== 'sheet') throw new Error('no sheet');
    const committed = table(bytes('simfoni-tw4-2024.xlsx'));
    expect(committed).toEqual(table(await writeSheet(sheet.rows)));
    const flat = (rows: readonly (readonly unknown[])[]) =>
      rows.map((row) =>
        row.map((c) => (c instanceof Date ? c.toISOString().slice(0, 10) : c)).filter((c) => c !== ''),
      );
    expect(flat(committed)).toEqual(flat(sheet.rows));
    expect(committed[0]?.[0]).toBe(exampleNotice);
  });

  test('written twice, the spreadsheet has the same bytes', async () => {
    const sheet = files.find((f) => f.kind === 'sheet');
    if (sheet?.kind !== 'sheet') throw new Error('no sheet');
    expect(Buffer.from(await writeSheet(sheet.rows)).equals(Buffer.from(await writeSheet(sheet.rows)))).toBe(
      true,
    );
  });

  test('the police file is what a spreadsheet saves: byte order mark, semicolons, CR LF, day first', () => {
    const content = text('polda-tw4-2024.csv');
    expect(content.startsWith('\uFEFF')).toBe(true);
    expect(content).toContain('\r\n');
    const rows: Record<string, string>[] = parse(content, { bom: true, columns: true, delimiter: ';' });
    expect(rows.length).toBeGreaterThan(8);
    for (const r of rows) expect(r['TGL LP']).toMatch(/^\d{2}\/1[0-2]\/2024$/);
  });
});

describe('the file full of mistakes', () => {
  test('has every kind once, in the line it says', () => {
    expect(mistakes.map((m) => m.kind).toSorted()).toEqual([...mistakeKinds].toSorted());
    for (const m of mistakes) expect(mistakeFile.headings).toContain(m.column);
  });

  test('the repeated line repeats, the formula is one, the numbers are nobody’s', () => {
    const at = (kind: string) => {
      const m = mistakes.find((x) => x.kind === kind);
      return {
        line: mistakeFile.rows[(m?.line ?? 0) - 2] ?? [],
        column: mistakeFile.headings.findIndex((h) => h === m?.column),
      };
    };
    expect(at('duplicate_in_file').line).toEqual(mistakeFile.rows[0]);
    expect(at('formula').line[at('formula').column]).toMatch(/^=HYPERLINK\(/);
    expect(at('required_missing').line[at('required_missing').column]).toBe('');
    const nik = mistakeFile.headings.indexOf('NIK');
    const numbers = mistakeFile.rows
      .map((r) => r[nik] ?? '')
      .filter((n) => /^\d{16}$/.test(n) && !/^0+$/.test(n));
    expect(numbers.length).toBeGreaterThan(10);
    for (const n of numbers) expect(isInventedNik(n)).toBe(true);
  });

  test('README.md lists each mistake and carries the HTCDS credit line', () => {
    const readme = text('README.md');
    for (const m of mistakes) expect(readme).toContain(`| ${m.line} | ${m.column} | \`${m.kind}\` |`);
    expect(readme).toContain('https://github.com/UNMigration/HTCDS');
    expect(readme).toContain('CC BY 4.0');
    expect(readme).toContain('Not endorsed by IOM');
  });
});

interface FlatSchema {
  additionalProperties: boolean;
  properties: Record<string, { type: string; 'x-multi': boolean; 'x-values'?: string[] }>;
}
/** The constraints that the flat row schema uses: known keys in its order, text, and listed values, joined where it says so. */
function violations(schema: FlatSchema, row: Record<string, string>): string[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const rule = schema.properties[key];
    if (!rule) return [`${key} is not a field`];
    if (typeof value !== rule.type) return [`${key} is not ${rule.type}`];
    const parts = value === '' ? [] : rule['x-multi'] ? value.split(';') : [value];
    const values = rule['x-values'];
    return values ? parts.filter((p) => !values.includes(p)).map((p) => `${key}: ${p}`) : [];
  });
}

describe.skipIf(!existsSync(schemaFile))('HTCDS rows against the flat row schema (needs ../shared)', () => {
  test('every row is valid, and the check can fail', () => {
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as FlatSchema;
    const rows: Record<string, string>[] = parse(text('htcds-tw4-2024.csv'), { columns: true });
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(violations(schema, row)).toEqual([]);
    const order = Object.keys(schema.properties);
    const keys = Object.keys(rows[0] ?? {});
    expect(keys).toEqual(keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(violations(schema, { prs_Gender: 'Female', prs_Name: 'x' })).toEqual([
      'prs_Gender: Female',
      'prs_Name is not a field',
    ]);
  });
});
