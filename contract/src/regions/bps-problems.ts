/** Sentences about rows of a crosswalk table; apart from the schemas, so that the web carries no schema library. */

/** What can be wrong with a row, and how to mend it. */
export const bpsProblems = {
  columns: {
    id: 'Kolom {column} tidak ditemukan. Judul yang dikenal: {known}.',
    en: 'Column {column} was not found. Known headings: {known}.',
  },
  code_format: {
    id: 'Kode Kemendagri "{value}" bukan kode bertitik seperti 64.09. Simpan kolomnya sebagai teks.',
    en: 'Kemendagri code "{value}" is not a dotted code such as 64.09. Keep the column as text.',
  },
  bps_format: {
    id: 'Kode BPS "{value}" bukan 2, 4, 7 atau 10 angka. Simpan kolomnya sebagai teks.',
    en: 'BPS code "{value}" is not 2, 4, 7 or 10 digits. Keep the column as text.',
  },
  level: {
    id: 'Kode BPS {bps} dan kode Kemendagri {code} berbeda tingkat.',
    en: 'BPS code {bps} and Kemendagri code {code} are of different levels.',
  },
  code_unknown: {
    id: 'Kode Kemendagri {code} tidak ada dalam daftar wilayah yang berlaku.',
    en: 'Kemendagri code {code} is not in the list of areas in force.',
  },
  name_mismatch: {
    id: 'Berkas menyebut "{value}", tetapi {code} adalah {name}. Periksa apakah kolom kodenya tertukar.',
    en: 'The file says "{value}", but {code} is {name}. Check whether the columns of codes are swapped.',
  },
  bps_twice: {
    id: 'Kode BPS {bps} sudah dipakai baris {other}.',
    en: 'BPS code {bps} already stands in row {other}.',
  },
  code_twice: {
    id: 'Kode Kemendagri {code} sudah dipakai baris {other}.',
    en: 'Kemendagri code {code} already stands in row {other}.',
  },
  empty: {
    id: 'Berkas tidak berisi baris data.',
    en: 'The file holds no rows of data.',
  },
} as const;
export type BpsProblemCode = keyof typeof bpsProblems;

/** The sentence for a problem, filled in; which row it is about is told beside it. */
export const bpsProblemText = (
  code: BpsProblemCode,
  params: Readonly<Record<string, string | number>>,
  language: 'id' | 'en',
): string =>
  bpsProblems[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
