/** Days as ISO text: the seed needs no clock and no zone. */
const day = (iso: string) => Temporal.PlainDate.from(iso);

export const addDays = (iso: string, days: number): string => day(iso).add({ days }).toString();
export const daysBetween = (from: string, to: string): number => day(from).until(day(to)).days;
export const yearOf = (iso: string): number => Number(iso.slice(0, 4));
export const quarterOf = (iso: string): number => Math.ceil(Number(iso.slice(5, 7)) / 3);

/** Completed years on a day. */
export function ageOn(birth: string, on: string): number {
  const years = yearOf(on) - yearOf(birth);
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

export function quarterBounds(year: number, quarter: number): [string, string] {
  const first = Temporal.PlainDate.from({ year, month: quarter * 3 - 2, day: 1 });
  return [first.toString(), first.add({ months: 3 }).subtract({ days: 1 }).toString()];
}

const monthNames =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

export const dateStyles = ['dd/mm/yyyy', 'dd-mm-yyyy', 'yyyy-mm-dd', 'd MMMM yyyy', 'MMMM yyyy'] as const;
export type DateStyle = (typeof dateStyles)[number];

export function writeDate(iso: string | null, style: DateStyle): string {
  if (iso === null) return '';
  const [y = '', m = '', d = ''] = iso.split('-');
  if (style === 'yyyy-mm-dd') return iso;
  if (style === 'dd/mm/yyyy') return `${d}/${m}/${y}`;
  if (style === 'dd-mm-yyyy') return `${d}-${m}-${y}`;
  const month = monthNames[Number(m) - 1] ?? '';
  return style === 'MMMM yyyy' ? `${month} ${y}` : `${Number(d)} ${month} ${y}`;
}
