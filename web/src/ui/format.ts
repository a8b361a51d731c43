export type Language = 'id' | 'en';
export interface FormatScope {
  language: Language;
  /** IANA zone of the tenant, e.g. Asia/Makassar. */
  zone: string;
}

const locale = (language: Language) => (language === 'id' ? 'id-ID' : 'en-GB');
const cache = new Map<string, Intl.DateTimeFormat>();
function dates(scope: FormatScope, options: Intl.DateTimeFormatOptions, zone = scope.zone) {
  const key = `${scope.language}|${zone}|${JSON.stringify(options)}`;
  let made = cache.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale(scope.language), { ...options, timeZone: zone });
    cache.set(key, made);
  }
  return made;
}

/** `1.234,5` in Bahasa Indonesia, `1,234.5` in English. */
export function formatNumber(value: number, scope: FormatScope, digits = 0): string {
  return new Intl.NumberFormat(locale(scope.language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

export const countCap = 1000;
/** A count as lists state it: exact up to the cap, `1.000+` beyond. */
export function formatCount(total: number, scope: FormatScope): string {
  return total > countCap ? `${formatNumber(countCap, scope)}+` : formatNumber(total, scope);
}

export function formatPercent(share: number, scope: FormatScope, digits = 0): string {
  return `${formatNumber(share * 100, scope, digits)}%`;
}

/** Days are written apart from instants: `2024-07-11` is that day everywhere. */
const dayAsUtc = (day: string) => new Date(`${day}T00:00:00Z`);
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

export type DateStyle = 'short' | 'noYear' | 'weekday' | 'long' | 'month';
const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  noYear: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
};

/** `11 Jul 2024` for a day (`2024-07-11`) or for the day of an instant in the tenant's zone. */
export function formatDate(value: string, scope: FormatScope, style: DateStyle = 'short'): string {
  const options = styles[style];
  return isDay(value)
    ? dates(scope, options, 'UTC').format(dayAsUtc(value))
    : dates(scope, options).format(new Date(value));
}

/** A date known to the day, the month or the year only: `2024-07-11`, `2024-07`, `2024`. */
export function formatPartialDate(value: string, scope: FormatScope): string {
  if (/^\d{4}$/.test(value)) return value;
  if (/^\d{4}-\d{2}$/.test(value)) return formatDate(`${value}-01`, scope, 'month');
  return formatDate(value, scope);
}

/** `08.12` in Bahasa Indonesia, `08:12` in English. */
export function formatTime(instant: string | Date, scope: FormatScope): string {
  return dates(scope, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

export function formatDateTime(instant: string, scope: FormatScope): string {
  return `${formatDate(instant, scope)}, ${formatTime(instant, scope)}`;
}

const indonesianZones: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};
/** The zone's short name as people say it: WIB, WITA, WIT. */
export function zoneName(scope: FormatScope, at: Date): string {
  return (
    indonesianZones[scope.zone] ??
    dates(scope, { timeZoneName: 'short' })
      .formatToParts(at)
      .find((part) => part.type === 'timeZoneName')?.value ??
    scope.zone
  );
}

/** The calendar day of an instant in a zone, as `2024-07-11`. */
export function dayOf(instant: string | Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayAsUtc(to).getTime() - dayAsUtc(from).getTime()) / 86_400_000);
}

/** How long ago in calendar terms, for a text such as "kemarin, 16.35". */
export function agoKind(
  instant: string,
  now: Date,
  zone: string,
): 'today' | 'yesterday' | 'thisYear' | 'older' {
  const day = dayOf(instant, zone);
  const today = dayOf(now, zone);
  const days = daysBetween(day, today);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  return day.slice(0, 4) === today.slice(0, 4) ? 'thisYear' : 'older';
}

const units = ['B', 'kB', 'MB', 'GB'];
export function formatBytes(bytes: number, scope: FormatScope): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return `${formatNumber(value, scope, step === 0 || value >= 100 ? 0 : 1)} ${units[step] ?? ''}`;
}
