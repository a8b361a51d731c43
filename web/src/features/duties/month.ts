/** The weeks of a month from Monday to Sunday; days of the neighbouring months are null. */
export function weeksOf(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const lead = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (string | null)[] = Array.from({ length: lead }, () => null);
  for (let day = 1; day <= days; day++) cells.push(`${month}-${String(day).padStart(2, '0')}`);
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

export function monthAfter(month: string, n: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + n, 1)).toISOString().slice(0, 7);
}

/** 1 = Monday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

interface SpecialDay {
  date: string;
  working: boolean;
}
export function workingDaysIn(
  month: string,
  special: readonly SpecialDay[],
  workingWeekdays: readonly number[],
): number {
  const known = new Map(special.map((d) => [d.date, d.working]));
  return weeksOf(month)
    .flat()
    .filter((day) => day !== null && (known.get(day) ?? workingWeekdays.includes(weekdayOf(day)))).length;
}
