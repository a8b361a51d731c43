import DateHolidays from 'date-holidays';
import type { NationalDay } from './calendar.ts';

/** The data calls both 27 Rajab and 12 Rabi al-awwal by the same Indonesian name. */
const names: Record<string, { id: string; en: string }> = {
  '27 Rajab': { id: 'Isra Mikraj Nabi Muhammad', en: 'Ascension of the Prophet' },
  'easter -2': { id: 'Wafat Yesus Kristus', en: 'Good Friday' },
};

/** Keppres 8/2024 names Easter Sunday; the decree of 2024 already listed it. */
const easterSundaySince = 2024;

/**
 * National holidays of a year as date-holidays computes them (data CC BY). Compared with the decrees of
 * 2022-2026, lunar days are off by one in most years and collective leave is absent, so these are estimates
 * until the decree is loaded or entered by hand. The library takes 57 MB: only the loader imports this file.
 */
export function estimatedDays(year: number): NationalDay[] {
  const holidays = new DateHolidays('ID');
  const english = new Map(holidays.getHolidays(year, 'en').map((h) => [h.rule + h.date, h.name]));
  const days = new Map<string, NationalDay>();
  const add = (date: string, name: NationalDay['name']) => {
    if (!days.has(date)) days.set(date, { date, kind: 'national_holiday', name });
  };
  for (const h of holidays.getHolidays(year, 'id')) {
    if (h.type !== 'public') continue;
    const date = h.date.slice(0, 10);
    add(date, names[h.rule] ?? { id: h.name, en: english.get(h.rule + h.date) ?? h.name });
    if (h.rule === 'easter -2' && year >= easterSundaySince)
      add(Temporal.PlainDate.from(date).add({ days: 2 }).toString(), {
        id: 'Kebangkitan Yesus Kristus (Paskah)',
        en: 'Easter Sunday',
      });
  }
  return [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
