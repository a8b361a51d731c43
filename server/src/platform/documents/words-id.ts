/** Numbers and days in Indonesian words and figures, as official papers write them. */

const ones = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
];
const scales: [number, string][] = [
  [1_000_000_000_000, 'triliun'],
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1000, 'ribu'],
  [100, 'ratus'],
];

/** 1.112 -> "seribu seratus dua belas". Whole numbers up to 15 digits. */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value) || Math.abs(value) >= 1e15)
    throw new RangeError('a whole number below 10^15');
  if (value < 0) return `minus ${numberInWords(-value)}`;
  const one = ones[value];
  if (one !== undefined) return one;
  if (value < 20) return `${numberInWords(value - 10)} belas`;
  if (value < 100) return joined(`${numberInWords(Math.floor(value / 10))} puluh`, value % 10);
  for (const [scale, word] of scales) {
    if (value < scale) continue;
    const times = Math.floor(value / scale);
    // "seratus" and "seribu", but "satu juta".
    const head = times === 1 && scale <= 1000 ? `se${word}` : `${numberInWords(times)} ${word}`;
    return joined(head, value % scale);
  }
  throw new RangeError('unreachable');
}

const joined = (head: string, rest: number): string => (rest === 0 ? head : `${head} ${numberInWords(rest)}`);

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];

const asDay = (day: string | Temporal.PlainDate): Temporal.PlainDate =>
  typeof day === 'string' ? Temporal.PlainDate.from(day) : day;

/** "Rabu tanggal dua puluh lima bulan November tahun dua ribu dua puluh enam": the opening of a berita acara. */
export function dayInWords(day: string | Temporal.PlainDate): string {
  const d = asDay(day);
  return `${weekdays[d.dayOfWeek - 1]} tanggal ${numberInWords(d.day)} bulan ${months[d.month - 1]} tahun ${numberInWords(d.year)}`;
}

/** "25 November 2026": letters and signatures. */
export function longDay(day: string | Temporal.PlainDate): string {
  const d = asDay(day);
  return `${d.day} ${months[d.month - 1]} ${d.year}`;
}

/** "11 Jul 2024": tables and screens. */
export function shortDay(day: string | Temporal.PlainDate): string {
  const d = asDay(day);
  return `${d.day} ${shortMonths[d.month - 1]} ${d.year}`;
}

/** "10 Januari 2027 pukul 16.00 WITA": an instant in the tenant's zone. */
export function longMoment(instant: Temporal.Instant, zone: string): string {
  const at = instant.toZonedDateTimeISO(zone);
  const clock = `${String(at.hour).padStart(2, '0')}.${String(at.minute).padStart(2, '0')}`;
  return `${longDay(at.toPlainDate())} pukul ${clock} ${zoneName(at)}`;
}

const zoneNames: Record<string, string> = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' };
const zoneName = (at: Temporal.ZonedDateTime): string => zoneNames[at.offset] ?? `UTC${at.offset}`;

/** 1234.5 -> "1.234,5". `digits` fixes the decimals. */
export function number(value: number, digits?: number): string {
  return new Intl.NumberFormat('id-ID', {
    maximumFractionDigits: digits ?? 20,
    ...(digits === undefined ? {} : { minimumFractionDigits: digits }),
  }).format(value);
}

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 3 -> "III": chapters, and months in document numbers. */
export function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999)
    throw new RangeError('a whole number from 1 to 3999');
  let rest = value;
  let text = '';
  for (const [size, sign] of romans) {
    for (; rest >= size; rest -= size) text += sign;
  }
  return text;
}

/** A SHA-256 short enough for a footer: "9c41 7be2 … 05da". */
export const shortHash = (hash: string): string =>
  `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
