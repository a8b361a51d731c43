import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { weekdayOf, weeksOf } from './month.ts';
import classes from './MonthGrid.module.css';
import type { CalendarDay } from './queries.ts';

interface MonthGridProps {
  month: string;
  caption: string;
  today: string;
  special: readonly CalendarDay[];
  workingWeekdays: readonly number[];
  counts: ReadonlyMap<string, number>;
  /** Opens the form for a day; absent for who may not edit. */
  onDay: ((day: string) => void) | undefined;
}

/** A week of known dates gives the names of the weekdays: 5 January 2026 is a Monday. */
const sampleWeek = Array.from({ length: 7 }, (_, i) => `2026-01-${String(5 + i).padStart(2, '0')}`);

export function MonthGrid({
  month,
  caption,
  today,
  special,
  workingWeekdays,
  counts,
  onDay,
}: MonthGridProps) {
  const { t } = useTranslation('duties');
  const { scope } = useFormat();
  const byDate = new Map(special.map((d) => [d.date, d]));
  const weekday = (day: string, style: 'long' | 'short') =>
    new Intl.DateTimeFormat(scope.language === 'id' ? 'id-ID' : 'en-GB', {
      weekday: style,
      timeZone: 'UTC',
    }).format(new Date(`${day}T00:00:00Z`));
  return (
    <table className={classes['grid']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {sampleWeek.map((day) => (
            <th key={day} scope="col" abbr={weekday(day, 'long')}>
              {weekday(day, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, i) => (
          <tr key={week.find((day) => day !== null) ?? i}>
            {week.map((day, j) =>
              day === null ? (
                // oxlint-disable-next-line react/no-array-index-key -- an empty cell has only its place
                <td key={j} data-empty aria-label={t('calendar.outside')} />
              ) : (
                <Day
                  key={day}
                  day={day}
                  today={day === today}
                  entry={byDate.get(day)}
                  weekend={!workingWeekdays.includes(weekdayOf(day))}
                  due={counts.get(day) ?? 0}
                  onDay={onDay}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  day: string;
  today: boolean;
  entry: CalendarDay | undefined;
  weekend: boolean;
  due: number;
  onDay: ((day: string) => void) | undefined;
}

function Day({ day, today, entry, weekend, due, onDay }: DayProps) {
  const { t, i18n } = useTranslation('duties');
  const { date } = useFormat();
  const off = entry ? !entry.working : weekend;
  const name = entry?.name[i18n.language === 'en' ? 'en' : 'id'];
  return (
    <td
      data-off={off || undefined}
      data-today={today || undefined}
      data-edited={entry?.source === 'edited' || undefined}
    >
      <div className={classes['day']}>
        <time dateTime={day} aria-current={today ? 'date' : undefined} aria-label={date(day, 'long')}>
          {Number(day.slice(8))}
        </time>
        {onDay && (
          <button
            type="button"
            className={classes['edit']}
            onClick={() => onDay(day)}
            aria-label={`${t('calendar.edit')}: ${date(day, 'long')}`}
          >
            <Pencil size={14} aria-hidden />
          </button>
        )}
      </div>
      {name ? (
        <span className={classes['name']}>{name}</span>
      ) : (
        weekend && <span className="visually-hidden">{t('calendar.weekend')}</span>
      )}
      {due > 0 && (
        <Link
          to="/tenggat/semua"
          search={{ hari: day }}
          className={classes['due']}
          aria-label={`${t('calendar.due', { count: due })}, ${date(day, 'long')}`}
        >
          <span className={classes['dueLong']}>{t('calendar.due', { count: due })}</span>
          <span className={classes['dueShort']} aria-hidden>
            {due}
          </span>
        </Link>
      )}
    </td>
  );
}
