import type { ProblemCode } from '@simpul/contract/problem';
import { AppError } from '../errors.ts';

/** What is wrong with a file and how to mend it, in both languages. `{name}` is filled from the parameters. */
export const fileMessages = {
  'file.empty': {
    id: 'Berkas kosong. Pilih berkas yang berisi data.',
    en: 'The file is empty. Choose a file that holds data.',
  },
  'file.too_large': {
    id: 'Berkas lebih besar daripada batas {limit}. Bagi menjadi beberapa berkas.',
    en: 'The file is larger than the limit of {limit}. Split it into several files.',
  },
  'file.kind_unknown': {
    id: 'Isi berkas tidak dikenali. Yang diterima: {allowed}.',
    en: 'The content of the file is not recognised. Accepted: {allowed}.',
  },
  'file.text_odd': {
    id: 'Berkas ini teks, tetapi memuat bita kosong (NUL) atau disimpan sebagai UTF-16 tanpa penanda. Di Excel pilih Simpan Sebagai, jenis "CSV UTF-8", lalu kirim lagi.',
    en: 'This file is text, but holds empty bytes (NUL) or was saved as UTF-16 without its mark. In Excel choose Save As, type "CSV UTF-8", then hand it in again.',
  },
  'file.kind_not_allowed': {
    id: 'Berkas berisi {kind}, yang tidak diterima di sini. Yang diterima: {allowed}.',
    en: 'The file holds {kind}, which is not accepted here. Accepted: {allowed}.',
  },
  'file.macros': {
    id: 'Berkas memuat makro. Simpan ulang tanpa makro (Excel: .xlsx, Word: .docx), lalu coba lagi.',
    en: 'The file carries macros. Save it again without macros (Excel: .xlsx, Word: .docx) and retry.',
  },
  'file.damaged': {
    id: 'Segel berkas tersimpan rusak atau terpotong; isinya tidak dapat dipercaya. Pulihkan dari cadangan.',
    en: 'The seal of the stored file is damaged or cut; its content cannot be trusted. Restore it from a backup.',
  },
  'csv.binary': {
    id: 'Berkas ini bukan teks CSV. Simpan sebagai "CSV UTF-8" dari Excel, lalu coba lagi.',
    en: 'This file is not CSV text. Save it from Excel as "CSV UTF-8" and retry.',
  },
  'csv.mixed_encoding': {
    id: 'Huruf berkas tidak seragam (bukan UTF-8 sepenuhnya) setelah baris {row}. Simpan ulang sebagai "CSV UTF-8".',
    en: 'The file mixes encodings (not UTF-8 throughout) after row {row}. Save it again as "CSV UTF-8".',
  },
  'csv.quote': {
    id: 'Tanda kutip tidak berpasangan di sekitar baris {row}. Periksa tanda " di baris itu; di dalam sel tulis "" (dua kali).',
    en: 'A quotation mark is not paired near row {row}. Check the " in that row; inside a cell write "" (twice).',
  },
  'csv.damaged': {
    id: 'Berkas CSV tidak dapat dibaca di sekitar baris {row}. Buka di Excel dan simpan ulang sebagai "CSV UTF-8".',
    en: 'The CSV file cannot be read near row {row}. Open it in Excel and save it again as "CSV UTF-8".',
  },
  'sheet.too_many_rows': {
    id: 'Lebih dari {limit} baris. Bagi berkas menjadi beberapa bagian, atau kirim sebagai CSV.',
    en: 'More than {limit} rows. Split the file into parts, or send it as CSV.',
  },
  'sheet.too_many_columns': {
    id: 'Baris {row} memiliki {count} kolom; batasnya {limit}. Hapus kolom yang tidak dipakai.',
    en: 'Row {row} has {count} columns; the limit is {limit}. Delete the columns that are not used.',
  },
  'sheet.cell_too_long': {
    id: 'Isi sel baris {row} kolom {column} lebih dari {limit} huruf. Ringkas isinya.',
    en: 'The cell at row {row} column {column} is longer than {limit} characters. Shorten it.',
  },
  'xlsx.legacy': {
    id: 'Ini berkas Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai, jenis "Excel Workbook (.xlsx)".',
    en: 'This is an old Excel file (.xls). Open it in Excel and choose Save As, type "Excel Workbook (.xlsx)".',
  },
  'xlsx.password': {
    id: 'Berkas Excel ini dikunci kata sandi. Di Excel: File > Info > Protect Workbook > Encrypt with Password, kosongkan, simpan.',
    en: 'This Excel file is locked by a password. In Excel: File > Info > Protect Workbook > Encrypt with Password, clear it, save.',
  },
  'xlsx.not_xlsx': {
    id: 'Berkas ini bukan buku kerja Excel (.xlsx). Simpan ulang dari Excel sebagai "Excel Workbook (.xlsx)".',
    en: 'This file is not an Excel workbook (.xlsx). Save it again from Excel as "Excel Workbook (.xlsx)".',
  },
  'xlsx.damaged': {
    id: 'Berkas Excel rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang, lalu coba lagi.',
    en: 'The Excel file is damaged and cannot be read. Open it in Excel, save it again and retry.',
  },
  'xlsx.unpacked_too_large': {
    id: 'Isi berkas Excel setelah dibuka {size}; batasnya {limit}. Hapus lembar atau gambar yang tidak perlu, atau kirim sebagai CSV.',
    en: 'The Excel file unpacks to {size}; the limit is {limit}. Remove sheets or pictures, or send it as CSV.',
  },
  'xlsx.suspicious': {
    id: 'Susunan berkas Excel tidak wajar (kemasan terlalu padat atau terlalu banyak bagian). Simpan ulang dari Excel.',
    en: 'The Excel file is packed in an unusual way (too dense or too many parts). Save it again from Excel.',
  },
  'xlsx.no_sheet': {
    id: 'Lembar "{sheet}" tidak ada. Yang ada: {sheets}.',
    en: 'There is no sheet "{sheet}". There are: {sheets}.',
  },
  'xlsx.merged': {
    id: 'Ada sel gabungan di {ranges}. Di Excel pilih sel itu, Merge & Center > Unmerge Cells, lalu isi setiap barisnya.',
    en: 'There are merged cells at {ranges}. In Excel select them, Merge & Center > Unmerge Cells, then fill each row.',
  },
  'xlsx.too_slow': {
    id: 'Berkas Excel tidak selesai dibaca dalam {seconds} detik. Kirim sebagai CSV.',
    en: 'The Excel file was not read within {seconds} seconds. Send it as CSV.',
  },
  'xlsx.too_heavy': {
    id: 'Berkas Excel terlalu berat untuk dibaca. Hapus lembar lain dan format yang tidak perlu, atau kirim sebagai CSV.',
    en: 'The Excel file is too heavy to read. Remove other sheets and needless formatting, or send it as CSV.',
  },
  'cell.number_imprecise': {
    id: 'Angka lebih dari 15 digit: Excel sudah mengubah digit terakhirnya. Isi ulang sel sebagai Teks (mis. NIK).',
    en: 'A number of more than 15 digits: Excel has already changed its last digits. Enter it again as Text (e.g. NIK).',
  },
  'cell.formula_error': {
    id: 'Rumus di sel ini menghasilkan galat ({value}). Perbaiki rumusnya atau isi nilainya.',
    en: 'The formula in this cell gives an error ({value}). Mend the formula or type the value.',
  },
  'cell.date_ambiguous': {
    id: 'Excel menyimpan tanggal tanpa hari yang sah ({value}). Isi ulang sebagai tahun-bulan-hari.',
    en: 'Excel stored a date without a valid day ({value}). Enter it again as year-month-day.',
  },
  'template.damaged': {
    id: 'Templat tidak dapat dibuka sebagai berkas Word (.docx). Simpan ulang dari Word.',
    en: 'The template cannot be opened as a Word file (.docx). Save it again from Word.',
  },
  'template.long': {
    id: 'Teks templat terlalu panjang (lebih dari 2 MB tanpa gambar). Pakai templat dengan kop dan gaya saja, tanpa isi laporan lama.',
    en: 'The text of the template is too long (more than 2 MB without pictures). Use one with letterhead and styles only, without an old report in it.',
  },
  'template.macros': {
    id: 'Templat memuat makro. Simpan ulang sebagai "Word Document (.docx)" tanpa makro.',
    en: 'The template carries macros. Save it again as "Word Document (.docx)" without macros.',
  },
  'template.external': {
    id: 'Templat menautkan berkas di luar dirinya ({value}). Hapus tautan itu atau tanamkan isinya.',
    en: 'The template links to something outside itself ({value}). Remove the link or embed the content.',
  },
  'template.tag_unknown': {
    id: 'Penanda {tag} tidak dikenal.{hint}',
    en: 'The tag {tag} is not known.{hint}',
  },
  'template.tag_misplaced': {
    id: 'Penanda {tag} hanya berlaku di antara {open} dan {close}.',
    en: 'The tag {tag} only works between {open} and {close}.',
  },
  'template.tag_not_opened': {
    id: 'Penanda penutup {tag} tidak memiliki pembuka. Tambahkan {open} sebelumnya atau hapus penutupnya.',
    en: 'The closing tag {tag} has no opening. Add {open} before it or delete it.',
  },
  'template.tag_not_closed': {
    id: 'Penanda {tag} tidak ditutup. Tambahkan {close} di bawahnya.',
    en: 'The tag {tag} is never closed. Add {close} below it.',
  },
  'template.brace': {
    id: 'Kurung kurawal tidak berpasangan di "{text}". Setiap { perlu } di paragraf yang sama.',
    en: 'A curly bracket is not paired in "{text}". Every { needs a } in the same paragraph.',
  },
  'template.tag_missing': {
    id: 'Templat harus memuat {tag} ({why}).',
    en: 'The template must hold {tag} ({why}).',
  },
  'template.control': {
    id: 'Pengulangan {tag} berada di dalam kontrol isi (content control). Di Word: klik kanan di sana, Remove Content Control.',
    en: 'The loop {tag} sits inside a content control. In Word: right-click there, Remove Content Control.',
  },
  'template.loop': {
    id: 'Pengulangan {tag} tidak dapat dijalankan: pembuka dan penutupnya harus berada di tempat yang sama (keduanya di badan, atau di satu baris tabel).',
    en: 'The loop {tag} cannot run: its opening and closing must sit in the same place (both in the body, or in one table row).',
  },
} as const;

export type FileMessageCode = keyof typeof fileMessages;
export type MessageParams = Record<string, string | number>;

const thousands = new Intl.NumberFormat('id-ID');

export function fileMessage(
  code: FileMessageCode,
  params: MessageParams = {},
  language: 'id' | 'en' = 'id',
): string {
  return fileMessages[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? thousands.format(value) : value;
  });
}

/** A refusal whose one error names the place and how to mend it. */
export function fileError(
  problem: ProblemCode,
  code: FileMessageCode,
  params: MessageParams = {},
  path = '',
): AppError {
  return new AppError(problem, {
    params: { reason: code, ...params },
    errors: [{ path, code, message: fileMessage(code, params) }],
  });
}

const units = ['B', 'kB', 'MB', 'GB'];
/** 52.428.800 -> "52,4 MB": sizes as people read them. */
export function readableSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${new Intl.NumberFormat('id-ID', { maximumFractionDigits: unit === 0 ? 0 : 1 }).format(value)} ${units[unit] ?? 'B'}`;
}
