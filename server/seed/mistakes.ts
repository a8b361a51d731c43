import type { RowProblemCode } from '@simpul/contract/clearing/row';

/**
 * The file full of mistakes: every line invented, each mistake once, so that a test can ask for all of them. Kinds are
 * the problem codes of an import; a `formula` is no problem of a row but must come out as plain text.
 */
export const mistakeKinds = [
  'date_not_in_calendar',
  'area_code_name_mismatch',
  'age_out_of_range',
  'sum_mismatch',
  'unknown_value',
  'duplicate_in_file',
  'nik_placeholder',
  'required_missing',
  'formula',
  'date_future',
  'nik_birth_mismatch',
  'age_birth_mismatch',
  'nik_scientific',
  'date_month_first',
  'incident_after_report',
  'area_unknown',
] as const satisfies readonly (RowProblemCode | 'formula')[];
export type MistakeKind = (typeof mistakeKinds)[number];

export interface Mistake {
  /** Line of the file, the headings being line 1. */
  line: number;
  column: string;
  kind: MistakeKind;
  /** What is wrong, for the reader of examples/README.md. */
  why: { id: string; en: string };
}

const headings = [
  'Nomor Kasus',
  'Tanggal Laporan',
  'Tanggal Kejadian',
  'Kode Wilayah',
  'Nama Wilayah',
  'Nama Korban',
  'NIK',
  'Jenis Kelamin',
  'Tanggal Lahir',
  'Usia',
  'Kewarganegaraan',
  'Bentuk Eksploitasi',
  'Korban Perempuan',
  'Korban Laki-laki',
  'Jumlah Korban',
  'Status Korban',
  'Keterangan',
] as const;
type Heading = (typeof headings)[number];
type Row = Record<Heading, string>;

/** A line without mistakes: the first, and what the others start from. */
const right: Row = {
  'Nomor Kasus': 'SALAH/001/CONTOH/2024',
  'Tanggal Laporan': '07/10/2024',
  'Tanggal Kejadian': '21/09/2024',
  'Kode Wilayah': '64.72',
  'Nama Wilayah': 'Kota Samarinda',
  'Nama Korban': 'Melati Contoh',
  NIK: '6472036512059301',
  'Jenis Kelamin': 'Perempuan',
  'Tanggal Lahir': '25/12/2005',
  Usia: '18',
  Kewarganegaraan: 'WNI',
  'Bentuk Eksploitasi': 'Eksploitasi seksual',
  'Korban Perempuan': '1',
  'Korban Laki-laki': '0',
  'Jumlah Korban': '1',
  'Status Korban': 'Teridentifikasi',
  Keterangan: '',
};

interface Line {
  change: Partial<Row>;
  wrong?: { column: Heading; kind: MistakeKind; id: string; en: string };
}
const wrong = (column: Heading, kind: MistakeKind, id: string, en: string) => ({ column, kind, id, en });

const lines: readonly Line[] = [
  { change: {} },
  {
    change: {
      'Nama Korban': 'Kenanga Contoh',
      NIK: '6472034107999302',
      'Tanggal Lahir': '01/07/1999',
      Usia: '25',
      'Tanggal Laporan': '31/11/2024',
    },
    wrong: wrong('Tanggal Laporan', 'date_not_in_calendar', 'November hanya 30 hari', 'November has 30 days'),
  },
  {
    change: {
      'Nama Korban': 'Anggrek Contoh',
      NIK: '6402064507009303',
      'Tanggal Lahir': '05/07/2000',
      Usia: '24',
      'Kode Wilayah': '6403',
      'Nama Wilayah': 'Kabupaten Kutai Kartanegara',
    },
    wrong: wrong(
      'Kode Wilayah',
      'area_code_name_mismatch',
      '6403 adalah kode BPS Kutai Kartanegara; kode Kemendagri 64.03 ialah Berau',
      '6403 is the BPS code of Kutai Kartanegara; Kemendagri code 64.03 is Berau',
    ),
  },
  {
    change: { 'Nama Korban': 'Tulip Contoh', NIK: '', 'Tanggal Lahir': '', Usia: '170' },
    wrong: wrong('Usia', 'age_out_of_range', 'Usia 170 tahun', 'Aged 170'),
  },
  {
    change: {
      'Nama Korban': 'Dahlia Contoh',
      NIK: '6471024811019304',
      'Tanggal Lahir': '08/11/2001',
      Usia: '22',
      'Kode Wilayah': '64.71',
      'Nama Wilayah': 'Kota Balikpapan',
      'Nomor Kasus': 'SALAH/002/CONTOH/2024',
      'Korban Perempuan': '2',
      'Korban Laki-laki': '1',
      'Jumlah Korban': '4',
    },
    wrong: wrong(
      'Jumlah Korban',
      'sum_mismatch',
      '2 perempuan dan 1 laki-laki bukan 4',
      '2 women and 1 man are not 4',
    ),
  },
  {
    change: {
      'Nama Korban': 'Cempaka Contoh',
      NIK: '6409025003979305',
      'Tanggal Lahir': '10/03/1997',
      Usia: '27',
      'Kode Wilayah': '64.09',
      'Nama Wilayah': 'Kabupaten Penajam Paser Utara',
      'Bentuk Eksploitasi': 'XQ-99',
    },
    wrong: wrong(
      'Bentuk Eksploitasi',
      'unknown_value',
      'XQ-99 tidak ada dalam daftar kode',
      'XQ-99 is on no code list',
    ),
  },
  {
    change: {},
    wrong: wrong('Nomor Kasus', 'duplicate_in_file', 'Sama persis dengan baris 2', 'The same as line 2'),
  },
  {
    change: {
      'Nama Korban': 'Seroja Contoh',
      NIK: '0000000000000000',
      'Tanggal Lahir': '14/02/1996',
      Usia: '28',
    },
    wrong: wrong('NIK', 'nik_placeholder', 'NIK pengganti, bukan nomor', 'A filler, not a number'),
  },
  {
    change: {
      'Nama Korban': 'Flamboyan Contoh',
      NIK: '6472055902039306',
      'Tanggal Lahir': '19/02/2003',
      Usia: '21',
      'Tanggal Laporan': '',
    },
    wrong: wrong('Tanggal Laporan', 'required_missing', 'Kolom wajib kosong', 'A required cell is empty'),
  },
  {
    change: {
      'Nama Korban': 'Teratai Contoh',
      NIK: '6472066306949307',
      'Tanggal Lahir': '23/06/1994',
      Usia: '30',
      Keterangan: '=HYPERLINK("http://contoh.invalid","klik di sini")',
    },
    wrong: wrong(
      'Keterangan',
      'formula',
      'Rumus lembar kerja; harus menjadi teks biasa',
      'A spreadsheet formula; must become plain text',
    ),
  },
  {
    change: {
      'Nama Korban': 'Bougenvil Contoh',
      NIK: '6474014204989308',
      'Tanggal Lahir': '02/04/1998',
      Usia: '26',
      'Kode Wilayah': '64.74',
      'Nama Wilayah': 'Kota Bontang',
      'Tanggal Laporan': '17/10/2031',
    },
    wrong: wrong('Tanggal Laporan', 'date_future', 'Tanggal belum terjadi', 'A day that has not come'),
  },
  {
    change: {
      'Nama Korban': 'Wijaya Contoh',
      NIK: '6472021503989309',
      'Jenis Kelamin': 'Laki-laki',
      'Tanggal Lahir': '16/04/1998',
      Usia: '26',
      'Bentuk Eksploitasi': 'Kerja paksa',
      'Korban Perempuan': '0',
      'Korban Laki-laki': '1',
    },
    wrong: wrong(
      'NIK',
      'nik_birth_mismatch',
      'NIK menyebut lahir 15/03/1998',
      'The NIK says born on 15/03/1998',
    ),
  },
  {
    change: {
      'Nama Korban': 'Alamanda Contoh',
      NIK: '6403054909909310',
      'Tanggal Lahir': '09/09/1990',
      Usia: '12',
      'Kode Wilayah': '64.03',
      'Nama Wilayah': 'Kabupaten Berau',
    },
    wrong: wrong(
      'Usia',
      'age_birth_mismatch',
      'Lahir 1990 tidak mungkin berusia 12 tahun',
      'Born in 1990 and aged 12 cannot both be',
    ),
  },
  {
    change: { 'Nama Korban': 'Krisan Contoh', NIK: '6.47203E+15', 'Tanggal Lahir': '30/01/2001', Usia: '23' },
    wrong: wrong(
      'NIK',
      'nik_scientific',
      'Angka terakhir hilang oleh lembar kerja',
      'The spreadsheet lost the last digits',
    ),
  },
  {
    change: {
      'Nama Korban': 'Lavender Contoh',
      NIK: '6472016808959311',
      'Tanggal Lahir': '28/08/1995',
      Usia: '29',
      'Tanggal Laporan': '10/25/2024',
    },
    wrong: wrong('Tanggal Laporan', 'date_month_first', 'Bulan dan hari tertukar', 'Month before day'),
  },
  {
    change: {
      'Nama Korban': 'Kamboja Contoh',
      NIK: '6408045210029312',
      'Tanggal Lahir': '12/10/2002',
      Usia: '22',
      'Kode Wilayah': '64.08',
      'Nama Wilayah': 'Kabupaten Kutai Timur',
      'Tanggal Laporan': '05/11/2024',
      'Tanggal Kejadian': '20/12/2024',
    },
    wrong: wrong(
      'Tanggal Kejadian',
      'incident_after_report',
      'Kejadian sesudah laporan',
      'It happened after it was reported',
    ),
  },
  {
    change: {
      'Nama Korban': 'Sedap Malam Contoh',
      NIK: '6402134704019313',
      'Tanggal Lahir': '07/04/2001',
      Usia: '23',
      'Kode Wilayah': '64.99',
      'Nama Wilayah': 'Kabupaten Antah Berantah',
    },
    wrong: wrong('Kode Wilayah', 'area_unknown', 'Tidak ada wilayah 64.99', 'There is no area 64.99'),
  },
  {
    change: {
      'Nama Korban': 'Asoka Contoh',
      NIK: '6471030505999314',
      'Jenis Kelamin': 'Laki-laki',
      'Tanggal Lahir': '05/05/1999',
      Usia: '25',
      'Kode Wilayah': '64.71',
      'Nama Wilayah': 'Kota Balikpapan',
      'Nomor Kasus': 'SALAH/003/CONTOH/2024',
      'Tanggal Laporan': '18/12/2024',
      'Bentuk Eksploitasi': 'Kerja paksa',
      'Korban Perempuan': '0',
      'Korban Laki-laki': '1',
    },
  },
];

/** Each line has a case number of its own, except the repeated one and those that set theirs. */
const numbered = (line: Line, i: number): Row => ({
  ...right,
  ...(i > 0 && line.wrong?.kind !== 'duplicate_in_file'
    ? { 'Nomor Kasus': `SALAH/${String(100 + i)}/CONTOH/2024` }
    : {}),
  ...line.change,
});

export const mistakeFile = {
  headings: [...headings],
  rows: lines.map(numbered).map((row) => headings.map((h) => row[h])),
};

export const mistakes: readonly Mistake[] = lines.flatMap(({ wrong: w }, i) =>
  w ? [{ line: i + 2, column: w.column, kind: w.kind, why: { id: w.id, en: w.en } }] : [],
);
