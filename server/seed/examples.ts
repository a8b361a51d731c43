import { stringify } from 'csv-stringify/sync';
import JSZip from 'jszip';
import writeXlsx from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import { mistakeFile, mistakes } from './mistakes.ts';
import type { Province, Submission } from './province.ts';
import type { AgencyCode } from './sightings.ts';

export type ExampleFile =
  | { name: string; kind: 'text'; text: string }
  | { name: string; kind: 'sheet'; rows: Cell[][] };
export type Cell = string | number | Date;

export const exampleNotice = 'DATA CONTOH: SEMUA ORANG DAN KASUS REKAAN';

const dateColumns = ['Tanggal Pelaporan', 'Tanggal Kejadian'];
const numberColumns = ['No', 'Usia'];

function toCell(heading: string, text: string): Cell {
  if (numberColumns.includes(heading)) return Number(text);
  if (!dateColumns.includes(heading)) return text;
  const [day, month, year] = text.split('/').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
}

/** As offices send it: a title over the headings, real dates in two columns, the rest typed as text. */
export function simfoniSheet(s: Submission): Cell[][] {
  return [
    [exampleNotice],
    ['REKAPITULASI KORBAN TINDAK PIDANA PERDAGANGAN ORANG'],
    ['UPTD PPA PROVINSI KALIMANTAN TIMUR'],
    [`Periode: Triwulan IV Tahun ${s.period.year}`],
    [],
    s.headings,
    ...s.rows.map((row) => row.map((text, i) => toCell(s.headings[i] ?? '', text))),
  ];
}

const csv = (headings: readonly string[], rows: readonly string[][], delimiter: string, crlf = false) =>
  stringify([[...headings], ...rows], { delimiter, record_delimiter: crlf ? '\r\n' : '\n' });

/** The files of examples/, as content; nothing is written here. */
export function exampleFiles(province: Province): ExampleFile[] {
  const of = (agencyCode: AgencyCode): Submission => {
    const found = province.open.find((s) => s.agencyCode === agencyCode);
    if (!found) throw new Error(`${agencyCode} has no open period`);
    return found;
  };
  const polda = of('polda-kaltim-renakta');
  const lbh = of('lbh-kaltim');
  return [
    { name: 'simfoni-tw4-2024.xlsx', kind: 'sheet', rows: simfoniSheet(of('uptd-ppa-kaltim')) },
    {
      name: 'polda-tw4-2024.csv',
      kind: 'text',
      // "CSV UTF-8" as a spreadsheet in Indonesian saves it: byte order mark, semicolons, CR LF.
      text: `\uFEFF${csv(polda.headings, polda.rows, ';', true)}`,
    },
    { name: 'htcds-tw4-2024.csv', kind: 'text', text: csv(lbh.headings, lbh.rows, ',') },
    { name: 'penuh-kesalahan.csv', kind: 'text', text: csv(mistakeFile.headings, mistakeFile.rows, ',') },
    { name: 'README.md', kind: 'text', text: examplesReadme(province) },
  ];
}

/** The same rows give the same bytes: every entry of the package carries one fixed day. */
export async function writeSheet(rows: readonly Cell[][]): Promise<Uint8Array> {
  const data: SheetData = rows.map((row) =>
    row.map((value) =>
      value instanceof Date
        ? { value, type: Date, format: 'dd/mm/yyyy' }
        : typeof value === 'number'
          ? { value, type: Number }
          : { value, type: String },
    ),
  );
  const loose = await JSZip.loadAsync(await writeXlsx(data, { sheet: 'Korban' }).toBuffer());
  const fixed = new JSZip();
  const day = new Date(Date.UTC(2025, 0, 1));
  for (const name of Object.keys(loose.files).toSorted()) {
    const entry = loose.files[name];
    if (entry && !entry.dir)
      fixed.file(name, await entry.async('uint8array'), { date: day, createFolders: false });
  }
  return fixed.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'UNIX' });
}

function examplesReadme(province: Province): string {
  const rows = (code: AgencyCode) => province.open.find((s) => s.agencyCode === code)?.rows.length ?? 0;
  return `# Contoh berkas / Example files

Semua orang, kasus, nomor, dan tanggal di sini rekaan; tidak ada yang dapat ditemukan di dunia nyata. NIK berakhiran 9xxx
dan paspor berawalan Z0 tidak pernah diterbitkan. Berkas dibuat oleh \`npm run examples\`; jangan diubah dengan tangan.

Every person, case, number and date here is invented; none can be found in the real world. A NIK that ends in 9xxx and a
passport that begins with Z0 were never issued. The files are made by \`npm run examples\`; do not edit them by hand.

| berkas / file | instansi / agency | isi / content |
| --- | --- | --- |
| \`simfoni-tw4-2024.xlsx\` | \`uptd-ppa-kaltim\` | ${rows('uptd-ppa-kaltim')} baris, formulir gaya Simfoni, judul di atas kepala kolom / ${rows('uptd-ppa-kaltim')} rows, Simfoni-style form, title rows above the headings |
| \`polda-tw4-2024.csv\` | \`polda-kaltim-renakta\` | ${rows('polda-kaltim-renakta')} baris, kepala kolom sendiri, pemisah \`;\`, tanggal hari/bulan/tahun / ${rows('polda-kaltim-renakta')} rows, headings of its own, \`;\`, day/month/year |
| \`htcds-tw4-2024.csv\` | \`lbh-kaltim\` | ${rows('lbh-kaltim')} baris datar HTCDS 2.0 / ${rows('lbh-kaltim')} HTCDS 2.0 flat rows |
| \`penuh-kesalahan.csv\` | mana saja / any | ${mistakeFile.rows.length} baris dengan ${mistakes.length} kesalahan / ${mistakeFile.rows.length} rows with ${mistakes.length} mistakes |

Ketiga berkas pertama ialah Triwulan IV 2024, periode yang dibiarkan terbuka dalam demonstrasi. Korban yang sama muncul di
lebih dari satu berkas, kadang dengan ejaan atau tanggal lahir yang berbeda: itulah yang dipadankan dalam kliring.

The first three are the fourth quarter of 2024, the period the demonstration leaves open. The same victim appears in more
than one file, sometimes spelt or dated differently: that is what clearing brings together.

## Kesalahan dalam / Mistakes in \`penuh-kesalahan.csv\`

| baris / line | kolom / column | jenis / kind | penjelasan / explanation |
| --- | --- | --- | --- |
${mistakes.map((m) => `| ${m.line} | ${m.column} | \`${m.kind}\` | ${m.why.id} / ${m.why.en} |`).join('\n')}

## HTCDS

Contains material from the Human Trafficking Case Data Standard (HTCDS) 2.0 by IOM, https://github.com/UNMigration/HTCDS,
CC BY 4.0. Changed: only a part of the field names and value names is used. Not endorsed by IOM.
`;
}
