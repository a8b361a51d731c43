import { spellingKey, translate } from '@simpul/contract/standards/code-lists';
import type { CodeList, CodeOf, Scheme } from '@simpul/contract/standards/code-lists';
import type { Charge } from '@simpul/contract/clearing/row';
import { readHtcdsValue, splitHtcds } from '@simpul/contract/standards/htcds-values';
import type { HtcdsKey } from '@simpul/contract/standards/htcds-fields';
import { clean, isBlank, isUnknownWord } from './text.ts';

export const oldestAge = 120;
export interface Ages {
  min: number;
  max: number;
}

/** "17", "17 th", "17 tahun 3 bln", "6 bulan", "± 17": completed years. Undefined where no age can be read. */
export function readAge(text: string): number | undefined {
  const bare = clean(text)
    .toLowerCase()
    .replace(/^(?:±|\+\/-|kl|k\.l|kira-kira|sekitar|umur|usia)\.?\s*/, '');
  const years =
    /^(\d{1,4})(?:[.,]0+)?\s*(?:th|thn|tahun|years?|yrs?|y\.?o)?\.?(?:[\s,]*\d{1,2}\s*(?:bl|bln|bulan|months?)\.?)?$/.exec(
      bare,
    );
  if (years?.[1]) return Number(years[1]);
  const months = /^(\d{1,2})\s*(?:bl|bln|bulan|months?|mgg|minggu|hari|days?)\.?$/.exec(bare);
  return months
    ? bare.includes('b') || bare.includes('month')
      ? Math.floor(Number(months[1]) / 12)
      : 0
    : undefined;
}

/** "13-17", "09--17", "18+", "48 ke atas", "< 18", "Anak", "Dewasa". */
export function readAgeGroup(text: string): Ages | undefined {
  const bare = clean(text)
    .toLowerCase()
    .replaceAll(/(?:th|thn|tahun|years?)\b\.?/g, '')
    .trim();
  const range = /^(\d{1,3})\s*(?:-{1,2}|–|—|s\/?d|sampai|to)\s*(\d{1,3})$/.exec(bare);
  const from = /^(?:(?:>=|≥)\s*(\d{1,3})|(\d{1,3})\s*(?:\+|ke ?atas|atau lebih|and over))$/.exec(bare);
  const below = /^(?:<|di ?bawah|kurang dari|under)\s*(\d{1,3})$/.exec(bare);
  const ages = range
    ? { min: Number(range[1]), max: Number(range[2]) }
    : from
      ? { min: Number(from[1] ?? from[2]), max: oldestAge }
      : below
        ? { min: 0, max: Number(below[1]) - 1 }
        : undefined;
  if (ages) return ages.min <= ages.max && ages.max <= oldestAge ? ages : undefined;
  const child = readChild(text);
  return child === undefined ? undefined : child ? { min: 0, max: 17 } : { min: 18, max: oldestAge };
}

const childWords = new Set([
  'anak',
  'child',
  'minor',
  'anakanak',
  'a',
  'dibawahumur',
  'anak18',
  'ya',
  'anakperempuan',
  'anaklakilaki',
]);
const adultWords = new Set(['dewasa', 'adult', 'd', 'dewasa18', 'tidak', 'bukananak']);
export function readChild(text: string): boolean | undefined {
  const key = spellingKey(text);
  return childWords.has(key) ? true : adultWords.has(key) ? false : undefined;
}

const marks = new Set(['1', 'x', 'v', 'ya', 'y', 'true', '✓', '√', 'ada', 'yes']);
const noMarks = new Set(['', '0', 'tidak', 'false', 'no', 't', 'n']);
/** A column of marks: set, not set, or neither. */
export function readMark(text: string): boolean | undefined {
  const key = clean(text).toLowerCase();
  return marks.has(key) ? true : isBlank(text) || noMarks.has(key) ? false : undefined;
}

/** Law words first, so that the year of a law is not taken for an article. */
const lawPattern =
  /(?:UU|UNDANG-UNDANG|KUHP)[^,;]*?(?:\d{1,2}\s*(?:\/|TAHUN|TH\.?)\s*\d{2,4}|PTPPO|TPPO|PPMI|PERLINDUNGAN ANAK|TPKS|KEIMIGRASIAN|\bPA\b|$)|KUHP/gi;
/** "2, 10 UU 21/07", "Pasal 2 ayat (1) jo 17 UU No. 21 Tahun 2007; Ps 81 UU 18/2017". */
export function readCharges(text: string): Charge[] {
  const charges: Charge[] = [];
  for (const part of clean(text).split(/[;\n]|\s+dan\/atau\s+|\s+dan\s+(?=pasal|ps)/i)) {
    const lawText = part.match(lawPattern)?.at(-1);
    const law = lawText === undefined ? null : (lawOf(lawText) ?? null);
    const rest = (lawText === undefined ? part : part.replace(lawText, ' '))
      .replaceAll(/\b(?:pasal|ps|psl|jo|juncto|atau|dan|sub|subsider|tentang)\b\.?/gi, ',')
      .replaceAll(/\bayat\b\.?\s*/gi, '');
    for (const article of rest.split(/[,/&]/).map((a) => a.replaceAll(/\s+/g, ' ').trim()))
      if (/^\d{1,3}[A-Za-z]?(?:\s*\(\d+\))*(?:\s*(?:huruf|ke)\s*-?\s*\w)?$/i.test(article))
        charges.push({ law, article: article.replace(/\s*\(/g, ' (') });
  }
  return charges;
}
function lawOf(text: string): CodeOf<'charge_law'> | undefined {
  const numbered = /(\d{1,2})\s*(?:\/|TAHUN|TH\.?)\s*(\d{2,4})/i.exec(text);
  if (!numbered?.[1] || !numbered[2]) return translate('charge_law', 'own', text);
  const year = numbered[2].length === 2 ? `20${numbered[2]}` : numbered[2];
  return translate('charge_law', 'own', `UU ${numbered[1]}/${year}`);
}

export interface CodeReader {
  scheme: Scheme;
  htcdsKey?: HtcdsKey | undefined;
  /** Words of this agency a person translated: spelling key to code. */
  words: Readonly<Record<string, string>> | undefined;
}

/** What a person said a word stands for. */
export function toldWord(words: CodeReader['words'], text: string): string | undefined {
  const key = spellingKey(text);
  return words && Object.hasOwn(words, key) ? words[key] : undefined;
}

export function readCode<L extends CodeList>(
  list: L,
  text: string,
  reader: CodeReader,
): CodeOf<L> | undefined {
  const told = toldWord(reader.words, text);
  if (told !== undefined) return translate(list, 'own', told);
  const direct = translate(list, reader.scheme, text);
  if (direct !== undefined || reader.htcdsKey === undefined) return direct;
  const { value } = readHtcdsValue(reader.htcdsKey, text);
  const name = Array.isArray(value) ? value[0] : value;
  return typeof name === 'string' ? translate(list, 'htcds', name) : undefined;
}

/** Splits only as far as needed: "PMI/PRT" is one word of the police, "Kesehatan, Bantuan Hukum" are two services. */
export function readCodes<L extends CodeList>(
  list: L,
  text: string,
  reader: CodeReader,
): { codes: CodeOf<L>[]; unknown: string[] } {
  const codes: CodeOf<L>[] = [];
  const unknown: string[] = [];
  const read = (part: string, separators: readonly RegExp[]): void => {
    if (isBlank(part)) return;
    const code = readCode(list, part, reader);
    if (code !== undefined) {
      if (!codes.includes(code)) codes.push(code);
      return;
    }
    const [separator, ...rest] = separators;
    const parts = separator ? part.split(separator).map(clean) : [];
    if (parts.length > 1) for (const p of parts) read(p, rest);
    else if (separator) read(part, rest);
    else if (!isUnknownWord(part)) unknown.push(part);
  };
  const separators = [/[;|\n]/, /,/, /\s+dan\s+|\s*&\s*|\s*\+\s*/, /\//];
  if (reader.htcdsKey) for (const part of splitHtcds(reader.htcdsKey, text)) read(part, []);
  else read(clean(text.replaceAll('\n', ';')), separators);
  return { codes, unknown };
}
