/** A cell without no-break spaces, doubled blanks and the apostrophe that keeps Excel from counting. */
export function clean(text: string): string {
  // Most cells need nothing; telling so is ten times cheaper than cleaning.
  if (tidy.test(text) && !text.includes('  ')) return text;
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .replace(/^'/, '');
}
const tidy = /^(?:[!-&(-~](?:[ -~]*[!-~])?)?$/;

const blanks = new Set([
  '',
  '-',
  '--',
  '---',
  '–',
  '—',
  '.',
  '_',
  'NULL',
  'NIHIL',
  'KOSONG',
  '#N/A',
  '(KOSONG)',
]);
/** No mark of an empty cell begins like this; nearly every filled cell does. */
const surelyFilled = /^[0-9A-JL-MO-Za-jl-mo-z]/;
/** Marks with which people leave a cell empty. */
export const isBlank = (text: string): boolean =>
  !surelyFilled.test(text) && text.length < 40 && blanks.has(clean(text).toUpperCase());

const unknownWords = new Set(
  'TIDAK DIKETAHUI,TDK DIKETAHUI,TIDAK TAHU,TDK TAHU,BELUM DIKETAHUI,TT,UNKNOWN,NOT KNOWN,N/A,NA,?,TIDAK ADA DATA'.split(
    ',',
  ),
);
/** Words that say: asked, but not known. Not the same as an empty cell. */
export const isUnknownWord = (text: string): boolean =>
  text.length < 40 && unknownWords.has(clean(text).toUpperCase());

/** 0 is A, 26 is AA: as the spreadsheet shows it. */
export function columnLetter(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** Headings compare without case, accents and punctuation: "Tgl. Lapor*" is "TGL LAPOR". */
export const headingKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9#]+/g, ' ')
    .trim();

/** A number as people type it: "1.234", "5 orang". Fractions are no counts. */
export function readCount(text: string): number | undefined {
  const bare = clean(text)
    .replace(/\s*(?:orang|org|korban|kasus|jiwa)\.?$/i, '')
    .replace(/^(\d{1,3})(?:[.,](\d{3}))+$/, (whole) => whole.replaceAll(/[.,]/g, ''));
  return /^\d{1,7}(?:\.0+)?$/.test(bare) ? Number(bare) : undefined;
}

/** "(1) (2) (3)" under the headings of official tables. */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.map(clean).filter((text) => text !== '');
  return filled.length >= 3 && filled.every((text, i) => text.replaceAll(/[().]/g, '') === String(i + 1));
}
